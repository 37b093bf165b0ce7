// The filters in force, each with its cross; narrowed views say so at the top of the page.

import { h, put } from "../core/dom.js";
import { app } from "../core/app.js";
import { t } from "../core/i18n.js";
import { address, FILTERS, isFiltered, noFilters, toggled, withFilters } from "../core/view.js";
import { icon } from "./icons.js";
import { valueLabel } from "./values.js";

export function chips() {
  const element = h("div", { class: "chips", role: "group", "aria-label": t("filter.inForce") });
  function update() {
    const { view } = app;
    element.hidden = !isFiltered(view);
    put(
      element,
      view.filters.q && chip(t("filter.q"), `« ${view.filters.q} »`, withFilters(view, { q: "" })),
      FILTERS.flatMap((name) => view.filters[name].map((value) => chip(t(`filter.${name}`), valueLabel(name, value).full, toggled(view, name, value)))),
      h("a", { class: "quiet small", href: address(noFilters(view)) }, t("filter.clear")),
    );
  }
  return { element, update };
}

function chip(name, value, without) {
  return h(
    "span",
    { class: "chip" },
    h("span", { class: "faint" }, name),
    h("span", { class: "cut" }, value),
    h("a", { class: "chip-x", href: address(without), "aria-label": t("filter.remove", { name: `${name} ${value}` }), title: t("filter.remove", { name: value }) }, icon("close")),
  );
}
