// The tree of routes as cards: what fits, at which hours, who is told and who next; finer branches within.

import { h } from "../core/dom.js";
import { app } from "../core/app.js";
import { t } from "../core/i18n.js";
import { checks, durationInput, group, labelOf, rows } from "./form.js";
import { field } from "./workbench.js";
import { KINDS, kindWord, SEVERITIES } from "../pages/rules.js";

const DAYS = [1, 2, 3, 4, 5, 6, 7];
/** A Monday, for the names of days. */
const MONDAY = Date.UTC(2026, 2, 2, 12);

/** @param known {roles} @returns {element, value()} the routes as the API keeps them */
export function routeRows(routes, known, depth = 0) {
  return rows(routes, (route) => card(route, known, depth), {
    add: t(depth ? "al.routing.addBranch" : "al.routing.add"), moved: true, name: depth ? null : "routes",
    fresh: () => ({ name: "", brands: [], severities: [], kinds: [], steps: [{ after: "PT0S", roles: [] }], repeat: 0, andOn: false, branches: [] }),
  });
}

function card(route, known, depth) {
  const name = h("input", { class: "input wide", value: route.name ?? "", maxlength: 120, autocomplete: "off", placeholder: t("al.routing.namePlaceholder") });
  const brands = checks(app.brands.map((brand) => [brand.id, brand.name]), route.brands ?? []);
  const severities = checks(SEVERITIES.map((one) => [one, t(`severity.${one}`)]), route.severities ?? []);
  const kinds = checks([...new Set([...KINDS, ...(route.kinds ?? [])])].map((one) => [one, kindWord(one)]), route.kinds ?? []);
  const hours = hoursOf(route.hours);
  const steps = rows(route.steps ?? [], (step) => stepRow(step, known), { add: t("al.routing.addStep"), fresh: () => ({ after: "PT15M", roles: [] }), none: t("al.routing.noSteps") });
  const repeat = h("input", { class: "input amount", type: "number", min: 0, max: 5, value: String(route.repeat ?? 0) });
  const andOn = h("input", { type: "checkbox", checked: route.andOn ?? false });
  const branches = depth < 2 ? routeRows(route.branches ?? [], known, depth + 1) : null;
  const fine = (route.brands?.length || route.kinds?.length || route.hours) && true;
  const element = h("div", { class: "stack" },
    field(t("al.routing.name"), name),
    group(t("al.field.severity"), severities.element, { hint: t("al.routing.any") }),
    h("details", { class: "part", open: Boolean(fine) }, h("summary", {}, t("al.routing.narrow")), h("div", { class: "stack" },
      group(t("al.field.brands"), brands.element, { hint: t("al.routing.any") }),
      group(t("al.field.kind"), kinds.element, { hint: t("al.routing.any") }),
      group(t("al.field.hours"), hours.element))),
    group(t("al.field.steps"), steps.element, { hint: t("al.routing.stepsHint") }),
    h("details", { class: "part", open: Boolean(route.repeat || route.andOn || route.branches?.length) }, h("summary", {}, t("al.routing.more")), h("div", { class: "stack" },
      field(t("al.field.repeat"), repeat, t("al.routing.repeatHint")),
      h("label", { class: "check" }, andOn, t("al.routing.andOn")),
      branches && group(t("al.routing.branches"), branches.element, { hint: t("al.routing.branchesHint") }))));
  return {
    element,
    value: () => ({
      name: name.value.trim(), brands: brands.value(), severities: severities.value(), kinds: kinds.value(),
      ...(hours.value() ? { hours: hours.value() } : {}),
      steps: steps.value(), repeat: Number(repeat.value || 0), andOn: andOn.checked,
      branches: branches ? branches.value() : (route.branches ?? []),
    }),
  };
}

function stepRow(step, { roles }) {
  const after = durationInput(step.after ?? "PT0S", { label: t("al.routing.after") });
  const told = checks(roles.map((role) => [role.id, labelOf(role)]), step.roles, { none: t("al.oncall.noRoles") });
  return { element: h("div", { class: "stack-s" }, h("span", { class: "row wrap" }, h("span", { class: "muted small" }, t("al.routing.after")), after.element), told.element), value: () => ({ after: after.value(), roles: told.value() }) };
}

function hoursOf(hours) {
  const time = (value, words) => h("input", { class: "input", type: "time", value, "aria-label": words });
  const from = time(hours?.from?.slice(0, 5) ?? "18:00", t("al.people.quietFrom"));
  const to = time(hours?.to?.slice(0, 5) ?? "08:00", t("al.people.quietTo"));
  const dayName = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "short", timeZone: "UTC" });
  const days = checks(DAYS.map((one) => [one, dayName.format(MONDAY + (one - 1) * 86_400_000)]), hours?.days ?? []);
  const zone = hours?.zone ?? app.zone;
  const inner = h("div", { class: "stack-s", hidden: !hours }, h("p", { class: "row wrap" }, from, t("al.to"), to, h("span", { class: "faint xs" }, zone)), days.element, h("p", { class: "faint xs" }, t("al.routing.daysHint")));
  const only = h("input", { type: "checkbox", checked: Boolean(hours), onchange: () => (inner.hidden = !only.checked) });
  return { element: [h("label", { class: "check" }, only, t("al.routing.onlyAt")), inner], value: () => (only.checked ? { from: from.value, to: to.value, days: days.value(), zone } : null) };
}
