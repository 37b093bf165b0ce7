// Routage: who is told of which incidents, in which order, while nobody acts; and a way to ask before it matters.

import { h, put } from "../core/dom.js";
import { forget, get, post, store } from "../core/api.js";
import { app } from "../core/app.js";
import { moment } from "../core/format.js";
import { t } from "../core/i18n.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { changes } from "../parts/changes.js";
import { select } from "../parts/form.js";
import { panel } from "../parts/panel.js";
import { planOf } from "../parts/route-plan.js";
import { routeRows } from "../parts/route-rows.js";
import { field, tried } from "../parts/workbench.js";
import { KINDS, kindWord, SEVERITIES } from "./rules.js";

export function mount(root) {
  const read = async (signal) => {
    const [tree, { roles }, { people }, { channels }] = await Promise.all(["routes", "roles", "people", "channels"].map((one) => get(one, null, signal)));
    return { tree, roles, people, channels };
  };
  let seen = null;
  const all = panel({ cls: "flat", skeleton: 6, load: read, draw });
  put(root, alertTabs(), h("header", { class: "page-head" }, h("h1", {}, t("page.routing")), h("p", { class: "lead" }, t("al.routing.lead"))), all.element);

  /** What is being written stays until the tree that is kept has changed. */
  function draw(known, body) {
    if (seen === known.tree.version && body.childElementCount) return;
    seen = known.tree.version;
    const routes = routeRows(known.tree.routes, known);
    put(body, h("div", { class: "routing" }, editor(known, routes), tester(known, routes)));
  }

  function editor(known, routes) {
    const fault = h("p", { class: "field-fault", role: "alert" });
    const said = h("span", { class: "muted small", role: "status" });
    const save = async (event) => {
      event.preventDefault();
      await tried(fault, async () => {
        after(await store("routes", { routes: routes.value(), version: known.tree.version }));
      });
    };
    const after = () => {
      forget();
      seen = null;
      all.refresh().then(() => document.querySelector(".routing [role=status]")?.replaceChildren(t("al.saved")));
    };
    return h("form", { class: "panel routing-form", onsubmit: save, novalidate: true }, h("div", { class: "panel-body stack" },
      !known.tree.routes.length && h("p", { class: "note small" }, t("al.routing.none")),
      routes.element, fault,
      h("p", { class: "row wrap" }, h("button", { type: "submit", class: "button primary" }, t("action.save")), h("button", { type: "button", class: "button", onclick: () => ((seen = null), all.refresh()) }, t("al.routing.back")), said),
      changes("routes", after)));
  }

  return { update: () => all.refresh(), arrive() {}, close: () => all.close() };
}

/** Asks the tree as it is written, saved or not, who would be told. */
function tester(known, routes) {
  const brand = select(app.brands.map((one) => [one.id, one.name]), app.brands[0]?.id);
  const severity = select(SEVERITIES.map((one) => [one, t(`severity.${one}`)]), "crisis");
  const kind = select(KINDS.map((one) => [one, kindWord(one)]), "crisis");
  const at = h("input", { class: "input", type: "datetime-local" });
  const answer = h("div", { class: "stack-s", role: "status" });
  async function ask() {
    try {
      const when = at.value ? new Date(at.value) : new Date();
      const plan = await post("routes/test", { brand: brand.value, severity: severity.value, kind: kind.value, at: when.toISOString(), routes: routes.value() });
      put(answer, h("p", { class: "small muted" }, t("al.routing.atTime", { time: moment(when.getTime(), app.zone) })), planOf(plan, known, when));
    } catch (error) {
      put(answer, h("p", { class: "field-fault" }, error.detail ?? String(error)));
    }
  }
  return h("section", { class: "panel routing-test", "aria-label": t("al.routing.test") }, h("header", { class: "panel-head" }, h("h2", {}, t("al.routing.test"))), h("div", { class: "panel-body stack-s" },
    h("p", { class: "faint xs" }, t("al.routing.testText")),
    h("div", { class: "fields row wrap" }, field(t("al.field.brand"), brand), field(t("al.field.severity"), severity), field(t("al.field.kind"), kind), field(t("al.field.at"), at, t("al.routing.now"))),
    h("p", {}, h("button", { type: "button", class: "button", onclick: ask }, t("al.routing.ask"))), answer));
}
