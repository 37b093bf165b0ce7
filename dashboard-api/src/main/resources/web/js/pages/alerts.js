// Alertes: what went far above the usual, running ones first.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { t } from "../core/i18n.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { alertRow } from "../parts/alert-list.js";
import { emptyBox, panel } from "../parts/panel.js";

export function mount(root) {
  const load = (signal) => get("alerts", new URLSearchParams({ limit: 200 }), signal);
  const list = panel({ title: t("alerts.list"), about: "alert", skeleton: 8, load, draw });
  put(root, alertTabs(), h("header", { class: "page-head" }, h("h1", {}, t("page.alerts")), h("p", { class: "lead" }, t("alerts.lead"))), list.element);
  return { update: () => list.refresh(), arrive() {}, close: () => list.close() };
}

function draw({ alerts }, body) {
  if (!alerts.length) return void put(body, emptyBox(t("empty.alerts")));
  const firing = alerts.filter((alert) => alert.state === "firing");
  const past = alerts.filter((alert) => alert.state !== "firing");
  put(
    body,
    firing.length > 0 && [h("h3", { class: "group-title" }, t("alerts.firing")), h("ul", { class: "alerts" }, firing.map(alertRow))],
    past.length > 0 && [h("h3", { class: "group-title" }, t("alerts.past")), h("ul", { class: "alerts" }, past.map(alertRow))],
  );
}
