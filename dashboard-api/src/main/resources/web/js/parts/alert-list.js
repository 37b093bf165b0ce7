// Alerts as rows: how bad, which brand, the reason in words, since when, and its mentions.

import { h } from "../core/dom.js";
import { app, brandName } from "../core/app.js";
import { duration, number } from "../core/format.js";
import { lang, t } from "../core/i18n.js";
import { address, noFilters } from "../core/view.js";
import { wordOf } from "./form.js";
import { timeTag } from "./mention-card.js";

const HOUR = 3_600_000;

export function alertRow(alert) {
  const started = Date.parse(alert.startedAt);
  const ended = alert.resolvedAt ? Date.parse(alert.resolvedAt) : null;
  const firing = alert.state === "firing";
  return h(
    "li",
    { class: `alert alert-${alert.severity}${firing ? " firing" : ""}` },
    h("p", { class: "row wrap" }, h("span", { class: "severity" }, t(`severity.${alert.severity}`)), h("a", { class: "strong", href: brandAt(alert, started, ended) }, brandName(alert.brand)), h("span", { class: "grow" }), h("span", { class: "small muted" }, firing ? t("alert.firing") : t("alert.resolved"), " · ", timeTag(started))),
    h("p", { class: "alert-reason" }, reasonOf(alert)),
    h(
      "p",
      { class: "small muted row wrap" },
      alert.observed != null && alert.expected != null && h("span", {}, measured(alert)),
      ended && h("span", {}, t("alert.lasted", { time: duration(ended - started) })),
      h("a", { href: address({ ...noFilters(app.view), page: "incident", incident: alert.id }) }, t("incident.open")),
      !alert.exercise && h("a", { href: mentionsAt(alert, started, ended) }, t("alert.mentions")),
    ),
  );
}

/** An incident as such a row, with who deals with it, what keeps it quiet and how far its steps are. */
export function incidentRow(incident) {
  const { signal } = incident;
  const row = alertRow({
    id: incident.id, exercise: incident.exercise, brand: incident.brand, severity: incident.severity, startedAt: incident.startedAt, resolvedAt: incident.endedAt,
    state: incident.state === "resolved" ? "resolved" : "firing", metric: signal.metric, observed: signal.observed, expected: signal.expected,
    reasons: { fr: signal.reason.french, en: signal.reason.english },
  });
  const more = [
    incident.exercise && h("span", { class: "tag" }, "EXERCICE"),
    incident.state === "acknowledged" && h("span", {}, t("al.row.held", { by: incident.acknowledgement.byName ?? incident.acknowledgement.by })),
    incident.mutes.map((mute) => h("span", { class: "tag" }, t(`incident.mute.${wordOf(mute.kind)}`))),
    incident.tasksAll > 0 && h("span", {}, t("al.room.progress", { done: incident.tasksDone, all: incident.tasksAll })),
    incident.useful !== undefined && h("span", {}, t(incident.useful ? "al.row.useful" : "al.row.useless")),
  ].flat().filter(Boolean);
  if (more.length) row.append(h("p", { class: "row wrap xs muted" }, more));
  return row;
}

/** Why it was raised, in the language of the page. */
export const reasonOf = (alert) => alert.reasons?.[lang()] ?? alert.reason;

const METRICS = ["volume", "negative"];

/** "volume : observé 96, attendu 8,4", with as many digits as the size deserves. */
function measured({ metric, observed, expected }) {
  const figure = (value) => number(value, value < 1 ? 2 : value < 10 ? 1 : 0);
  const name = METRICS.includes(metric) ? t(`measure.${metric}`) : metric;
  return t("alert.numbers", { name, observed: figure(observed), expected: figure(expected) });
}

/** From an hour before it began to its end: what led there is part of it. */
const around = (started, ended) => ({ from: started - HOUR, to: ended ?? undefined });

function brandAt(alert, started, ended) {
  return address({ ...noFilters(app.view), page: "brand", brand: alert.brand, period: firingPeriod(started, ended) });
}

function mentionsAt(alert, started, ended) {
  const view = noFilters(app.view);
  return address({ ...view, page: "mentions", brand: null, filters: { ...view.filters, brand: [alert.brand] }, period: around(started, ended) });
}

function firingPeriod(started, ended) {
  if (ended || app.now - started > 20 * HOUR) return { from: started - 6 * HOUR, to: ended ? ended + 2 * HOUR : undefined };
  return { preset: "24h" };
}
