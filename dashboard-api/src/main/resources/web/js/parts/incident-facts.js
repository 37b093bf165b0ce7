// What an incident is: why it was raised and why it is so grave, what may come, and what people take away from it.

import { h, put } from "../core/dom.js";
import { get, text } from "../core/api.js";
import { app } from "../core/app.js";
import { save } from "../charts/engine.js";
import { duration, number } from "../core/format.js";
import { lang, t } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";
import { icon } from "./icons.js";
import { timeTag } from "./mention-card.js";
import { labelIn } from "./form.js";

const HOUR = 3_600_000;

/** Why it was raised, and each number that made it so grave. */
export function what(incident) {
  const { signal } = incident;
  const words = (reason) => (lang() === "en" ? reason.english : reason.french);
  const started = Date.parse(incident.startedAt);
  const ended = incident.endedAt ? Date.parse(incident.endedAt) : null;
  const view = noFilters(app.view);
  const mentions = address({ ...view, page: "mentions", brand: null, filters: { ...view.filters, brand: [incident.brand] }, period: { from: started - HOUR, to: ended ?? undefined } });
  const rule = (id) => h("a", { href: address({ ...view, page: "rules", edit: id, period: { from: started - 24 * HOUR, to: (ended ?? Date.now()) + HOUR } }), title: t("al.room.replay") }, labelIn(incident.known.rules, id));
  const fact = (name, value) => h("div", {}, h("dt", {}, name), h("dd", {}, value));
  return h("div", { class: "stack-s" },
    h("p", { class: "alert-reason room-reason" }, words(signal.reason)),
    h("ul", { class: "room-why small" }, signal.why.map((reason) => h("li", {}, words(reason)))),
    h("dl", { class: "room-facts small" },
      fact(t("incident.since"), timeTag(started)),
      ended && fact(t("al.room.lasted"), duration(ended - started)),
      fact(t("al.room.peak"), number(incident.peak)),
      fact(t("al.tab.rules"), incident.rules.map((id, i) => [i > 0 && ", ", rule(id)])),
      !incident.exercise && fact(t("page.mentions"), h("a", { href: mentions }, t("alert.mentions"))),
      incident.story && fact(t("page.story"), h("a", { href: address({ ...view, page: "story", story: incident.story }) }, t("al.room.story")))));
}

/** How far its story is forecast to grow; null when nothing honest can be said. */
export async function forecastOf(incident) {
  if (!incident.story || incident.state === "resolved") return null;
  const story = await get(`stories/${encodeURIComponent(incident.story)}`).catch(() => null);
  const told = story?.forecast;
  if (!told) return null;
  const link = h("a", { href: address({ ...noFilters(app.view), page: "story", story: incident.story }) }, t("al.room.story"));
  if (told.supercritical) return [h("p", {}, t("al.room.explosive", { n: number(told.observed) })), h("p", { class: "small" }, link)];
  return [
    h("p", {}, t("al.room.forecast", { low: number(told.low), high: number(told.high) })),
    h("p", { class: "small muted" }, t("al.room.forecastHow", { n: number(told.observed), expected: number(told.expected) })),
    h("p", { class: "small" }, link),
  ];
}

/** What is taken away: the whole of it to be completed, and what the legal department keeps. */
export function takeAway(incident, path) {
  const said = h("span", { class: "small", role: "status" });
  const fetched = async (part, name, type) => {
    try {
      save(name, await text(`${path}/${part}`), type);
      put(said);
    } catch (error) {
      put(said, h("span", { class: "field-fault" }, error.detail ?? String(error)));
    }
  };
  const button = (words, act) => h("button", { type: "button", class: "button", onclick: act }, icon("download"), words);
  return h("p", { class: "row wrap" },
    button(t("incident.postMortem"), () => fetched("post-mortem", `incident-${incident.id}.md`, "text/markdown")),
    button(t("al.room.evidenceFile"), () => fetched("evidence", `preuves-${incident.id}.json`, "application/json")), said);
}
