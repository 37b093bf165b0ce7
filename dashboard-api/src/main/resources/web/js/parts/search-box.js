// The search: a query over all mentions of the period, its language a click away.

import { h } from "../core/dom.js";
import { app, go } from "../core/app.js";
import { t } from "../core/i18n.js";
import { change, effective } from "../core/view.js";
import { icon } from "./icons.js";
import { popover } from "./popover.js";

const EXAMPLES = ["all", "any", "phrase", "not", "group", "prefix"];

export function searchBox() {
  const input = h("input", {
    type: "search", class: "search-input", placeholder: t("search.placeholder"), "aria-label": t("search.label"),
    spellcheck: "false", autocomplete: "off", autocapitalize: "off", enterkeyhint: "search",
  });
  const help = h("button", { type: "button", class: "icon-button", "aria-label": t("search.help"), title: t("search.help") }, icon("info"));
  const surface = popover(help, helpWords, { label: t("search.help"), cls: "pop-info" });
  const element = h(
    "form",
    { class: "search", role: "search", onsubmit: (event) => (event.preventDefault(), search(input.value.trim())) },
    icon("search"), input, h("kbd", { class: "key", "aria-hidden": "true" }, "/"), help, surface,
  );
  input.addEventListener("search", () => input.value === "" && app.view.filters.q && search(""));
  input.addEventListener("keydown", (event) => event.key === "Escape" && input.blur());
  return {
    element,
    update: () => document.activeElement !== input && (input.value = app.view.filters.q),
    focus: () => (input.focus(), input.select()),
  };
}

function search(q) {
  const page = app.view.page === "brand" || app.view.page === "mentions" ? app.view.page : "mentions";
  if (page === "brand") return go(change(app.view, { page: "mentions", filters: { ...effective(app.view), q }, brand: null }));
  go(change(app.view, { page, filters: { ...app.view.filters, q } }));
}

function helpWords() {
  return [
    h("p", { class: "pop-title" }, t("search.help")),
    h("dl", { class: "examples" }, EXAMPLES.map((id) => [h("dt", {}, h("code", {}, t(`query.${id}.code`))), h("dd", {}, t(`query.${id}`))])),
    h("p", { class: "faint small" }, t("query.folded")),
  ];
}
