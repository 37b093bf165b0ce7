// Astreinte: the roles that are told, who holds them now, and whose turn comes when.

import { h } from "../core/dom.js";
import { app } from "../core/app.js";
import { t } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { dutyNow, dutyTabs } from "../parts/duty.js";
import { checks, group, labelIn, rows, select } from "../parts/form.js";
import { field, slug, workbench } from "../parts/workbench.js";

const WORDS = { fresh: "al.oncall.new", lead: "al.oncall.lead", none: "al.oncall.noRoles", hint: "al.oncall.hint" };
const AUDIENCES = ["communications", "it", "legal"];

export function mount(root) {
  const now = dutyNow();
  const bench = workbench(root, { kind: "roles", page: "oncall", words: WORDS, row, form, others: ["people", "channels"], before: alertTabs(), between: [now.element, dutyTabs()], stored: () => now.refresh() });
  return { ...bench, update: (why) => (now.refresh(), bench.update(why)), close: () => (now.close(), bench.close()) };
}

function row(role, { people, channels }) {
  const nameOf = (list, id) => labelIn(list, id);
  return [
    h("p", { class: "row wrap xs" }, h("span", { class: "tag" }, t(`al.audience.${role.audience}`)), role.channels.map((id) => h("span", { class: "muted" }, nameOf(channels, id)))),
    h("p", { class: "xs muted" }, role.rota ? role.rota.people.map((id) => nameOf(people, id)).join(" \u2192 ") : t("al.oncall.noRota")),
  ];
}

const today = () => new Date().toISOString().slice(0, 10);

function form(role, { people, channels }) {
  const name = h("input", { class: "input wide", value: role?.name ?? "", required: true, maxlength: 120, autocomplete: "off" });
  const audience = select(AUDIENCES.map((one) => [one, t(`al.audience.${one}`)]), role?.audience ?? "communications");
  const reach = checks(channels.map((channel) => [channel.id, channel.name]), role?.channels ?? [], { none: t("al.people.noChannels") });
  const rota = turns(role?.rota, people);
  const rotates = h("input", { type: "checkbox", checked: Boolean(role?.rota), disabled: !people.length, onchange: () => (rota.element.hidden = !rotates.checked) });
  rota.element.hidden = !role?.rota;
  return {
    fields: [
      field(t("field.name"), name, null, "name"),
      field(t("al.field.audience"), audience, t("al.oncall.audienceHint"), "audience"),
      group(t("al.field.room"), reach.element, { hint: t("al.oncall.roomHint"), name: "channels" }),
      group(t("al.field.rota"), [h("label", { class: "check" }, rotates, t("al.oncall.rotates")), !people.length && h("p", { class: "small" }, h("a", { href: address({ ...noFilters(app.view), page: "people", edit: "*" }) }, t("al.oncall.needPeople"))), rota.element], { name: "rota" }),
      role?.origin === "configured" && h("p", { class: "faint xs" }, t("al.shipped")),
    ],
    id: () => role?.id ?? slug(name.value),
    body: () => ({ name: name.value, audience: audience.value, channels: reach.value(), ...(rotates.checked ? { rota: rota.value() } : {}) }),
    removable: role?.origin === "edited" ? t("al.revert") : role?.origin === "added" ? t("action.delete") : null,
    focus: () => name.focus({ preventScroll: Boolean(role) }),
    aside: h("p", { class: "small" }, h("a", { href: address({ ...noFilters(app.view), page: "routing" }) }, t("al.oncall.escalation"))),
  };
}

/** Who takes turns, from when, how long each; and who stands in. */
function turns(rota, people) {
  const named = people.map((person) => [person.id, person.name]);
  const who = (id, props = {}) => select(named.some(([one]) => one === id) || !id ? named : [[id, id], ...named], id, props);
  const order = rows(rota?.people ?? [], (id) => {
    const control = who(id, { "aria-label": t("al.oncall.person") });
    return { element: control, value: () => control.value };
  }, { add: t("al.oncall.addPerson"), fresh: () => people[0]?.id ?? "", moved: true, none: t("al.oncall.orderNone"), name: "rota.people" });
  const day = (value, words) => h("input", { class: "input", type: "date", value: value ?? today(), "aria-label": words });
  const start = day(rota?.start, null);
  const handOver = h("input", { class: "input", type: "time", value: rota?.handOver?.slice(0, 5) ?? "09:00" });
  const days = h("input", { class: "input amount", type: "number", min: 1, max: 366, value: String(rota?.days ?? 7) });
  const zone = h("input", { class: "input", value: rota?.zone ?? app.zone, autocomplete: "off", spellcheck: "false" });
  const replacements = rows(rota?.replacements ?? [], (one) => {
    const person = who(one.person, { "aria-label": t("al.oncall.standIn") });
    const [from, to] = [day(one.from, t("al.oncall.from")), day(one.to, t("al.oncall.to"))];
    return { element: h("span", { class: "row wrap" }, person, from, t("al.to"), to), value: () => ({ person: person.value, from: from.value, to: to.value }) };
  }, { add: t("al.oncall.addStandIn"), fresh: () => ({ person: people[0]?.id ?? "", from: today(), to: today() }), none: t("al.oncall.noStandIn"), name: "rota.replacements" });
  const element = h("div", { class: "stack" },
    group(t("al.oncall.order"), order.element, { hint: t("al.oncall.orderHint"), name: "rota.people" }),
    h("div", { class: "row wrap fields" }, field(t("al.oncall.start"), start, null, "rota.start"), field(t("al.oncall.days"), days, t("al.oncall.daysHint"), "rota.days"), field(t("al.oncall.handOver"), handOver, null, "rota.handOver"), field(t("field.zone"), zone, null, "rota.zone")),
    group(t("al.oncall.standIns"), replacements.element, { hint: t("al.oncall.standInsHint") }));
  return { element, value: () => ({ people: order.value(), start: start.value, handOver: handOver.value, days: Number(days.value || 7), zone: zone.value.trim(), replacements: replacements.value() }) };
}
