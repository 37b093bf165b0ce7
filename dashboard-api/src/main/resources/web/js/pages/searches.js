// Recherches: filters kept under a name, each with its feeds for other readers.

import { h, put } from "../core/dom.js";
import { post } from "../core/api.js";
import { app } from "../core/app.js";
import { t } from "../core/i18n.js";
import { address, FILTERS, noFilters } from "../core/view.js";
import { icon } from "../parts/icons.js";
import { queryEditor } from "../parts/query-editor.js";
import { valueLabel } from "../parts/values.js";
import { field, slug, workbench } from "../parts/workbench.js";

const WORDS = { fresh: "searches.new", lead: "searches.lead", none: "searches.none", hint: "searches.hint" };

export const mount = (root) => workbench(root, { kind: "searches", words: WORDS, row, form });

/** The mentions of a search. */
function opened(search) {
  const view = noFilters(app.view);
  const filters = { ...view.filters, q: search.filters.q?.[0] ?? "" };
  for (const name of FILTERS) filters[name] = search.filters[name] ?? [];
  return address({ ...view, page: "mentions", brand: null, filters });
}

function row(search) {
  return [
    h("p", { class: "xs cut muted" }, summary(search.filters)),
    h("p", { class: "row wrap small" }, h("a", { href: opened(search) }, t("searches.open")), copied(search.feed.rss, "RSS"), copied(search.feed.atom, "Atom")),
  ];
}

const summary = (filters) => Object.entries(filters).map(([name, values]) => (name === "q" ? values[0] : `${t(`filter.${name}`)} : ${values.map((value) => valueLabel(name, value).full).join(", ")}`)).join(" · ") || t("searches.all");

/** Puts the whole address of a feed on the clipboard. */
function copied(path, name) {
  if (!path) return null;
  const said = h("span", { role: "status" }, t("searches.copy", { name }));
  const href = window.location.origin + path;
  return h("a", { class: "quiet row", href, target: "_blank", rel: "noopener", onclick: (event) => (event.preventDefault(), copy(href, said, name)) }, icon("sources"), said);
}

async function copy(href, said, name) {
  try {
    await navigator.clipboard.writeText(href);
    put(said, t("searches.copied", { name }));
  } catch {
    window.prompt(t("searches.copy", { name }), href);
  }
}

function form(search) {
  const filters = search?.filters ?? current();
  const name = h("input", { class: "input wide", value: search?.name ?? "", required: true, maxlength: 100, autocomplete: "off" });
  const { q: _, ...others } = filters;
  const note = Object.keys(others).length > 0 ? t("searches.preview") : null;
  const query = queryEditor({ query: filters.q?.[0] ?? "", use: "search", label: t("field.query"), required: false, note });
  return {
    fields: [
      field(t("field.name"), name),
      query.element,
      Object.keys(others).length > 0 && h("p", { class: "small" }, t("searches.with"), " ", h("span", { class: "muted" }, summary(others))),
      search && h("div", { class: "stack-s" }, h("h3", {}, t("searches.feeds")), h("p", { class: "faint xs" }, t("searches.feedsText")), h("p", { class: "row wrap small" }, copied(search.feed.rss, "RSS"), copied(search.feed.atom, "Atom"), renewal(search))),
    ],
    id: () => search?.id ?? slug(name.value),
    body: () => ({ name: name.value, filters: { ...(query.value() ? { q: [query.value()] } : {}), ...others } }),
    removable: t("action.delete"),
    focus: () => (search ? query.focus() : name.focus()),
    close: query.close,
  };
}

function renewal(search) {
  const said = h("span", { role: "status" });
  return [h("button", { type: "button", class: "button", onclick: async () => {
    Object.assign(search, await post(`searches/${search.id}/feed-token`, {}));
    put(said, t("searches.renewed"));
  } }, icon("retry"), t("searches.renew")), said];
}

/** The filters of the address: those of the list that the reader came from. */
function current() {
  const { filters } = app.view;
  return { ...(filters.q ? { q: [filters.q] } : {}), ...Object.fromEntries(FILTERS.filter((name) => filters[name].length).map((name) => [name, filters[name]])) };
}
