// Marques: what is listened for. Each brand with its query, edited with everything that helps to get it right.

import { h } from "../core/dom.js";
import { app } from "../core/app.js";
import { t } from "../core/i18n.js";
import { pastNote } from "../parts/past-note.js";
import { queryEditor } from "../parts/query-editor.js";
import { field, slug, workbench } from "../parts/workbench.js";

const WORDS = { fresh: "brands.new", lead: "brands.lead", none: "brands.none", hint: "brands.hint" };

export const mount = (root) => workbench(root, { kind: "brands", words: WORDS, row, form, stored: () => window.dispatchEvent(new Event("brandschange")) });

function row(brand) {
  return [
    h("p", { class: "row wrap xs" }, h("span", { class: "tag" }, t(`origin.${brand.origin}`)), brand.competitor && h("span", { class: "tag" }, t("brand.competitor"))),
    h("p", { class: "xs cut muted" }, h("code", {}, brand.query)),
    pastNote(brand),
  ];
}

function form(brand) {
  const name = h("input", { class: "input wide", value: brand?.name ?? "", required: true, maxlength: 100, autocomplete: "off", oninput: () => !typed && (id.value = slug(name.value)) });
  const id = h("input", { class: "input wide", value: brand?.id ?? "", pattern: "[a-z0-9-]+", maxlength: 64, autocomplete: "off", oninput: () => (typed = true) });
  const query = queryEditor({ query: brand?.query ?? "", use: "brand", label: t("field.query") });
  const competitor = h("input", { type: "checkbox", checked: brand?.competitor ?? false });
  const accounts = h("input", { class: "input wide", value: (brand?.accounts ?? []).map((a) => `@${a}`).join(", "), autocomplete: "off", spellcheck: "false" });
  const sites = h("textarea", { class: "input wide", rows: 2, spellcheck: "false", autocapitalize: "off", value: (brand?.sites ?? []).join("\n") });
  const zone = h("input", { class: "input wide", value: brand?.zone ?? app.zone, autocomplete: "off", spellcheck: "false" });
  let typed = false;
  return {
    fields: [
      field(t("field.name"), name),
      !brand && field(t("field.id"), id, t("hint.id")),
      query.element,
      h("label", { class: "check" }, competitor, t("hint.competitor")),
      field(t("field.accounts"), accounts, t("hint.accounts")),
      field(t("field.ownSites"), sites, t("hint.ownSites")),
      field(t("field.zone"), zone, t("hint.zone")),
      brand?.origin === "configured" && h("p", { class: "faint xs" }, t("brands.configured")),
    ],
    id: () => brand?.id ?? id.value,
    body: () => ({ name: name.value, query: query.value(), competitor: competitor.checked, accounts: accounts.value.split(/[\s,;]+/).filter(Boolean), sites: sites.value.split(/[\s,;]+/).filter(Boolean), zone: zone.value }),
    removable: brand?.origin === "edited" ? t("brands.revert") : brand?.origin === "added" ? t("action.delete") : null,
    focus: () => (brand ? query.focus() : name.focus()),
    close: query.close,
  };
}
