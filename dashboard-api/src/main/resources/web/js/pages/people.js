// Personnes: who can be on call, how they are reached, and when they sleep.

import { h } from "../core/dom.js";
import { app } from "../core/app.js";
import { t } from "../core/i18n.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { dutyTabs } from "../parts/duty.js";
import { checks, group, labelOf } from "../parts/form.js";
import { field, slug, workbench } from "../parts/workbench.js";

const WORDS = { fresh: "al.people.new", lead: "al.people.lead", none: "al.people.none", hint: "al.people.hint" };

export const mount = (root) => workbench(root, { kind: "people", words: WORDS, row, form, others: ["channels", "roles"], before: alertTabs(), between: dutyTabs() });

function row(person, { channels, roles }) {
  const named = channels.filter((channel) => person.channels.includes(channel.id)).map((channel) => channel.name);
  const duty = roles.filter((role) => role.rota?.people.includes(person.id)).map(labelOf);
  return [
    h("p", { class: "xs muted" }, named.length ? named.join(", ") : h("span", { class: "note bad" }, t("al.people.unreachable"))),
    h("p", { class: "xs muted row wrap" }, duty.map((name) => h("span", { class: "tag" }, name)), person.quiet && h("span", {}, t("al.people.sleeps", { from: person.quiet.from.slice(0, 5), to: person.quiet.to.slice(0, 5) }))),
  ];
}

function form(person, { channels }) {
  const name = h("input", { class: "input wide", value: person?.name ?? "", required: true, maxlength: 120, autocomplete: "off" });
  const reach = checks(channels.filter((channel) => channel.kind !== "page").map((channel) => [channel.id, channel.name]), person?.channels ?? [], { none: t("al.people.noChannels") });
  const time = (value, words) => h("input", { class: "input", type: "time", value, "aria-label": words });
  const from = time(person?.quiet?.from.slice(0, 5) ?? "22:00", t("al.people.quietFrom"));
  const to = time(person?.quiet?.to.slice(0, 5) ?? "07:00", t("al.people.quietTo"));
  const zone = h("input", { class: "input", value: person?.quiet?.zone ?? app.zone, autocomplete: "off", spellcheck: "false", "aria-label": t("field.zone") });
  const hours = h("p", { class: "row wrap", hidden: !person?.quiet }, from, t("al.to"), to, zone);
  const quiet = h("input", { type: "checkbox", checked: Boolean(person?.quiet), onchange: () => (hours.hidden = !quiet.checked) });
  return {
    fields: [
      field(t("field.name"), name, null, "name"),
      group(t("al.field.reach"), reach.element, { hint: t("al.people.reachHint"), name: "channels" }),
      group(t("al.field.quiet"), [h("label", { class: "check" }, quiet, t("al.people.quiet")), hours], { hint: t("al.people.quietHint"), name: "quiet" }),
    ],
    id: () => person?.id ?? slug(name.value),
    body: () => ({ name: name.value, channels: reach.value(), ...(quiet.checked ? { quiet: { from: from.value, to: to.value, zone: zone.value.trim() } } : {}) }),
    removable: t("action.delete"),
    focus: () => name.focus({ preventScroll: Boolean(person) }),
  };
}
