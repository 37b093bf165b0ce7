// Listes: authors and sites that belong together, for queries to name.

import { h } from "../core/dom.js";
import { number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { field, slug, workbench } from "../parts/workbench.js";

const CLASSES = ["official", "press", "employee", "public"];

const WORDS = { fresh: "lists.new", lead: "lists.lead", none: "lists.none", hint: "lists.hint" };

export const mount = (root) => workbench(root, { kind: "lists", words: WORDS, row, form });

function row(list) {
  const members = list.authors.length + list.sites.length;
  return h("p", { class: "row wrap xs muted" }, list.class && h("span", { class: "tag" }, t(`class.${list.class}`)), tn("lists.members", members, { n: number(members) }), h("code", {}, `list:${list.id}`));
}

function form(list) {
  const name = h("input", { class: "input wide", value: list?.name ?? "", required: true, maxlength: 100, autocomplete: "off" });
  const kind = h("select", { class: "select" }, h("option", { value: "" }, t("class.none")), CLASSES.map((value) => h("option", { value, selected: list?.class === value }, t(`class.${value}`))));
  const lines = (values) => h("textarea", { class: "input wide", rows: 6, spellcheck: "false", autocapitalize: "off", value: values.join("\n") });
  const authors = lines(list?.authors ?? []);
  const sites = lines(list?.sites ?? []);
  const read = (area) => area.value.split("\n").map((line) => line.trim()).filter(Boolean);
  return {
    fields: [
      field(t("field.name"), name),
      field(t("field.class"), kind, t("hint.class")),
      field(t("field.authors"), authors, t("hint.authors")),
      field(t("field.sites"), sites, t("hint.sites")),
      list && h("p", { class: "small muted" }, t("lists.use"), " ", h("code", {}, `list:${list.id}`)),
    ],
    id: () => list?.id ?? slug(name.value),
    body: () => ({ name: name.value, class: kind.value || null, authors: read(authors), sites: read(sites) }),
    removable: t("action.delete"),
    focus: () => (list ? authors.focus() : name.focus()),
  };
}
