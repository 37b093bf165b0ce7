// What people can do with an incident that goes on; and what they think of it once it is over.

import { h } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { labelOf, select } from "./form.js";
import { field, twice } from "./workbench.js";

const HOUR = 3_600_000;
const ACK_MINUTES = [60, 120, 240, 480];
const SILENCE_HOURS = [1, 4, 12, 24];

/** @param act (action, body) => promise, which shows what came of it */
export function actions(incident, act) {
  return incident.state === "resolved" ? useful(incident, act) : open(incident, act);
}

function open(incident, act) {
  const note = h("textarea", { class: "input wide incident-note", rows: 2, maxlength: 4000 });
  const wrote = (observed) => () => note.value.trim() && act("notes", { text: note.value.trim(), observed });
  const button = (word, on, cls = "") => h("button", { type: "button", class: `button ${cls}`, onclick: on }, t(word));
  const resolve = (word, reason) => twice(t(word), () => act("resolve", { reason, note: note.value.trim() }), "");
  const role = select([["", t("al.room.myself")], ...incident.known.roles.map((one) => [one.id, labelOf(one)])], "");
  const lasting = select(ACK_MINUTES.map((one) => [String(one), t("al.when.hours", { n: one / 60 })]), "120");
  const silence = select(SILENCE_HOURS.map((one) => [String(one), t("al.when.hours", { n: one })]), "1");
  const taken = incident.state === "acknowledged";
  const acknowledge = () => act("acknowledge", { minutes: Number(lasting.value), ...(role.value ? { role: role.value } : {}) });
  const silent = incident.mutes.some((mute) => mute.kind === "silenced");
  return h("div", { class: "stack-s" },
    h("p", { class: "row wrap room-main" },
      button(taken ? "al.room.again" : "incident.acknowledge", acknowledge, taken ? "" : "primary"),
      resolve("incident.handled", "handled"), resolve("incident.falseAlarm", "false_alarm"), resolve("al.room.duplicate", "duplicate")),
    h("details", { class: "part" }, h("summary", {}, t("al.room.more")), h("div", { class: "row wrap fields" },
      field(t("al.room.as"), role, t("al.room.asHint")),
      field(t("al.room.for"), lasting, t("al.room.forHint")),
      h("div", { class: "field" }, h("span", {}, t("al.room.silence")), h("span", { class: "row" }, silence, silent ? button("al.silences.end", () => act("unsilence")) : button("al.room.hush", () => act("silence", { until: new Date(Date.now() + Number(silence.value) * HOUR).toISOString() })))),
      h("div", { class: "field" }, h("span", {}, t("al.room.escalation")), button("incident.escalate", () => act("escalate"))))),
    field(t("incident.note"), note),
    h("p", { class: "row wrap" }, button("incident.write", wrote(false)), button("incident.observe", wrote(true)), h("span", { class: "faint xs" }, t("al.room.observeHint"))));
}

function useful(incident, act) {
  const mark = (value, word) => h("button", { type: "button", class: "button", "aria-pressed": String(incident.useful === value), onclick: () => act("mark", { useful: value }) }, t(word));
  return h("p", { class: "row wrap room-useful" }, h("strong", {}, t("incident.wasUseful")), mark(true, "incident.yes"), mark(false, "incident.no"), h("span", { class: "faint xs" }, t("al.room.usefulHint")));
}
