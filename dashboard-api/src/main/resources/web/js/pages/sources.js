// Sources: where mentions come from and how each place is doing, the troubled ones first.

import { h, outLink, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app } from "../core/app.js";
import { number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";
import { timeTag } from "../parts/mention-card.js";
import { emptyBox, panel } from "../parts/panel.js";
import { kindName } from "../parts/values.js";

const WORST_FIRST = ["failing", "late", "waiting", "ok"];

export function mount(root) {
  const lead = h("p", { class: "lead", role: "status" }, "\u00a0");
  const list = panel({ title: t("sources.list"), about: "source", cls: "sources-panel", skeleton: 12, load: (signal) => get("sources", null, signal), draw: (data, body) => draw(data.sources, body, lead) });
  put(root, h("header", { class: "page-head" }, h("h1", {}, t("page.sources")), lead), list.element);
  return { update: () => list.refresh(), arrive() {}, close: () => list.close() };
}

function draw(sources, body, lead) {
  const by = (state) => sources.filter((source) => source.state === state).length;
  put(lead, WORST_FIRST.filter(by).map((state) => tn(`sources.${state}`, by(state), { n: number(by(state)) })).join(" · ") || t("empty.sources"));
  if (!sources.length) return void put(body, emptyBox(t("empty.sources")));
  const sorted = [...sources].sort((a, b) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state) || b.mentions - a.mentions);
  put(body, h(
    "div",
    { class: "scroll-x" },
    h(
      "table",
      { class: "sources-table" },
      h("thead", {}, h("tr", {}, ["state", "name", "last", "next", "mentions"].map((column) => h("th", { scope: "col", class: column === "mentions" ? "n" : "" }, t(`sources.col.${column}`))))),
      h("tbody", {}, sorted.map(row)),
    ),
  ));
}

function row(source) {
  const time = (value) => (value ? timeTag(Date.parse(value)) : h("span", { class: "faint" }, "\u2013"));
  const view = noFilters(app.view);
  const href = address({ ...view, page: "mentions", brand: null, filters: { ...view.filters, source: [`${source.kind}:${source.name}`] }, period: { preset: "all" } });
  return h(
    "tr",
    {},
    h("td", {}, h("span", { class: `state state-${source.state}` }, h("span", { class: "state-dot", "aria-hidden": "true" }), t(`state.${source.state}`))),
    h(
      "td",
      { class: "sources-name" },
      h("a", { href, title: t("sources.open") }, h("strong", {}, source.name)), " ", h("span", { class: "faint xs" }, kindName(source.kind)),
      source.url && h("p", { class: "faint xs cut" }, outLink(source.url, {}, source.url)),
      source.lastError && h("p", { class: "source-fault small" }, source.lastError, source.consecutiveFailures > 1 ? ` (${tn("sources.failures", source.consecutiveFailures, { n: number(source.consecutiveFailures) })})` : ""),
    ),
    h("td", {}, time(source.lastSuccess)),
    h("td", {}, time(source.nextAttempt)),
    h("td", { class: "n" }, number(source.mentions)),
  );
}
