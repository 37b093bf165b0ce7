// One incident, the room in which people deal with it: what happened and why it is so grave, what to do, what was decided.

import { h, put } from "../core/dom.js";
import { forget, get, post } from "../core/api.js";
import { app, brandName } from "../core/app.js";
import { number } from "../core/format.js";
import { lang, t } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { timeTag } from "../parts/mention-card.js";
import { panel } from "../parts/panel.js";

const HOUR = 3_600_000;

export function mount(root) {
  const title = h("h1", {}, t("page.incident"));
  const said = h("p", { class: "lead", role: "status" }, "\u00a0");
  const id = app.view.incident;
  const room = panel({ title: t("incident.what"), about: "incident", skeleton: 10, load: (signal) => get(`incidents/${encodeURIComponent(id)}`, null, signal), draw });
  put(root, alertTabs(), h("header", { class: "page-head" }, title, said), room.element);
  return { update: () => room.refresh(), arrive() {}, close: () => room.close() };

  function draw(incident, body) {
    put(title, brandName(incident.brand), " ", h("span", { class: `severity alert-${incident.severity}` }, t(`severity.${incident.severity}`)));
    put(said, incident.exercise ? t("incident.exercise") + " " : "", t(`incident.state.${incident.state}`), holder(incident));
    put(body, what(incident), actions(incident), tasks(incident), messages(incident), log(incident), outbox(incident));
  }

  /** Does something and shows what came of it; what is refused is said where people look. */
  async function act(path, body) {
    try {
      await post(`incidents/${encodeURIComponent(id)}/${path}`, body ?? {});
    } catch (error) {
      put(said, error.detail ?? error.message);
    }
    forget();
    await room.refresh();
  }

  function actions(incident) {
    if (incident.state === "resolved") return useful(incident);
    const note = h("textarea", { class: "input incident-note", rows: 2, "aria-label": t("incident.note") });
    const wrote = (observed) => () => note.value.trim() && act("notes", { text: note.value.trim(), observed });
    const button = (word, on, cls = "") => h("button", { type: "button", class: `button ${cls}`, onclick: on }, t(word));
    return [
      h("p", { class: "row wrap" },
        incident.state !== "acknowledged" && button("incident.acknowledge", () => act("acknowledge"), "primary"),
        button("incident.handled", () => act("resolve", { reason: "handled", note: note.value.trim() })),
        button("incident.falseAlarm", () => act("resolve", { reason: "false_alarm", note: note.value.trim() })),
        button("incident.silence", () => act("silence", { until: new Date(Date.now() + HOUR).toISOString() })),
        button("incident.escalate", () => act("escalate"))),
      h("p", { class: "row wrap" }, note, button("incident.write", wrote(false)), button("incident.observe", wrote(true))),
    ];
  }

  function useful(incident) {
    const mark = (value, word) => h("button", { type: "button", class: "button", "aria-pressed": String(incident.useful === value), onclick: () => act("mark", { useful: value }) }, t(word));
    return h("p", { class: "row wrap" }, h("span", {}, t("incident.wasUseful")), mark(true, "incident.yes"), mark(false, "incident.no"), h("a", { href: `/api/v1/incidents/${encodeURIComponent(id)}/post-mortem`, download: "" }, t("incident.postMortem")));
  }

  function tasks(incident) {
    if (!incident.tasks.length) return null;
    const row = (task) => h("li", {},
      h("label", { class: "row" },
        h("input", { type: "checkbox", checked: Boolean(task.doneAt), disabled: incident.state === "resolved", onchange: (event) => act(`tasks/${encodeURIComponent(task.id)}`, { done: event.target.checked }) }),
        h("span", {}, h("strong", {}, task.role), " \u00b7 ", task.text, task.doneBy && h("span", { class: "small muted" }, ` (${task.doneBy})`), !task.doneAt && task.dueAt && h("span", { class: "small muted" }, " \u00b7 ", timeTag(Date.parse(task.dueAt))))),
      task.signOff && task.doneAt && (task.signedBy ? h("span", { class: "small muted" }, t("incident.signedBy", { by: task.signedBy })) : h("button", { type: "button", class: "button small", onclick: () => act(`tasks/${encodeURIComponent(task.id)}/sign-off`) }, t("incident.signOff"))));
    return [h("h3", { class: "group-title" }, t("incident.tasks")), h("ul", { class: "incident-tasks" }, incident.tasks.map(row))];
  }
}

/** over_budget is the word overBudget. */
const word = (constant) => constant.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

function holder(incident) {
  if (incident.acknowledgement && incident.state === "acknowledged") return t("incident.until", { by: incident.acknowledgement.by, time: new Date(incident.acknowledgement.until).toLocaleTimeString(lang(), { hour: "2-digit", minute: "2-digit" }) });
  return incident.mutes.length ? ` (${incident.mutes.map((mute) => t(`incident.mute.${word(mute.kind)}`)).join(", ")})` : "";
}

function what(incident) {
  const { signal } = incident;
  const words = (reason) => (lang() === "en" ? reason.english : reason.french);
  const started = Date.parse(incident.startedAt);
  const view = noFilters(app.view);
  const period = { from: started - HOUR, to: incident.endedAt ? Date.parse(incident.endedAt) : undefined };
  const mentions = address({ ...view, page: "mentions", brand: null, filters: { ...view.filters, brand: [incident.brand] }, period });
  return [
    h("p", { class: "alert-reason" }, words(signal.reason)),
    h("ul", { class: "small" }, signal.why.map((reason) => h("li", {}, words(reason)))),
    h("p", { class: "small muted row wrap" },
      h("span", {}, t("incident.since"), " ", timeTag(started)),
      h("span", {}, t("incident.peak", { n: number(incident.peak) })),
      h("span", {}, t("incident.rules", { rules: incident.rules.join(", ") })),
      h("a", { href: mentions }, t("alert.mentions"))),
  ];
}

function messages(incident) {
  const all = Object.entries(incident.messages);
  if (!all.length) return null;
  return h("details", {}, h("summary", {}, t("incident.messages")), all.map(([name, text]) => [h("h4", {}, name), h("p", { class: "incident-message" }, text)]));
}

function log(incident) {
  const detail = (entry) => Object.entries(entry.details).filter(([, value]) => value).map(([key, value]) => `${key}: ${value}`).join(" \u00b7 ");
  return [
    h("h3", { class: "group-title" }, t("incident.log"), " ", h("span", { class: "small muted" }, t(incident.intact ? "incident.intact" : "incident.tampered"))),
    h("ol", { class: "incident-log small" }, [...incident.log].reverse().map((entry) => h("li", {},
      timeTag(Date.parse(entry.at)), " ", h("strong", {}, t(`decision.${word(entry.kind)}`)), " ", entry.by !== "ouidire" && h("span", {}, entry.by), " ", h("span", { class: "muted" }, detail(entry))))),
  ];
}

function outbox(incident) {
  if (!incident.outbox.length) return null;
  return h("details", {}, h("summary", {}, t("incident.outbox", { n: incident.outbox.length })), h("ul", { class: "small" }, incident.outbox.map((sent) => h("li", {},
    timeTag(Date.parse(sent.madeAt)), " ", h("strong", {}, sent.channel), ` \u00b7 ${t(`dispatch.${word(sent.action)}`)} \u00b7 ${t(`sent.${sent.state}`)}`, sent.error && h("span", { class: "muted" }, ` (${sent.error})`)))));
}
