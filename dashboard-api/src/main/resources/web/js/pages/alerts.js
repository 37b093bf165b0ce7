// Alertes: the incidents, those that go on first, then what is kept quiet, exercises, and what is over.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { t } from "../core/i18n.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { incidentRow } from "../parts/alert-list.js";
import { emptyBox, panel } from "../parts/panel.js";

export function mount(root) {
  const load = (signal) => get("incidents", new URLSearchParams({ limit: 200 }), signal);
  const list = panel({ title: t("alerts.list"), about: "alert", skeleton: 8, load, draw });
  put(root, alertTabs(), h("header", { class: "page-head" }, h("h1", {}, t("page.alerts")), h("p", { class: "lead" }, t("alerts.lead"))), list.element);
  return { update: () => list.refresh(), arrive() {}, close: () => list.close() };
}

function groupOf(incident) {
  if (incident.exercise) return "exercises";
  if (incident.state === "resolved") return "past";
  return incident.mutes.length ? "quiet" : "firing";
}

function draw({ incidents }, body) {
  if (!incidents.length) return void put(body, emptyBox(t("empty.alerts")));
  put(body, ["firing", "quiet", "exercises", "past"].map((group) => {
    const those = incidents.filter((incident) => groupOf(incident) === group);
    return those.length > 0 && [h("h3", { class: "group-title" }, t(`alerts.${group}`)), h("ul", { class: "alerts" }, those.map(incidentRow))];
  }));
}
