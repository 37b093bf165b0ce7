// What was decided and by whom, what was preserved, what was sent: each in people's words.

import { h, outLink } from "../core/dom.js";
import { app } from "../core/app.js";
import { exact, moment, number } from "../core/format.js";
import { t } from "../core/i18n.js";
import { address, change } from "../core/view.js";
import { labelIn, wordOf } from "./form.js";
import { timeTag } from "./mention-card.js";
import { METRICS } from "./rule-conditions.js";

const HIDDEN = ["", undefined, null];
const KEYS = ["channel", "reason", "severity", "from", "to", "observed", "expected", "rule", "until", "by", "was", "step", "round", "task", "note", "text", "useful", "metric"];
const SEVERITIES = ["watch", "warning", "crisis"];
const REASONS = ["eased", "new_level", "never_fired", "handled", "false_alarm", "duplicate", "drill_over"];
const QUIET = ["evidence", "delivered"];

export function log(incident) {
  // Evidence and deliveries have lists of their own.
  const lines = [...incident.log].reverse().filter((entry) => !QUIET.includes(entry.kind));
  return [
    h("p", { class: `xs ${incident.intact ? "muted" : "tone-negative"}` }, t(incident.intact ? "al.room.chain" : "al.room.broken")),
    h("ol", { class: "incident-log small" }, lines.map((entry) => h("li", {},
      h("span", { class: "log-time muted" }, timeTag(Date.parse(entry.at))),
      h("span", {}, h("strong", {}, t(`decision.${wordOf(entry.kind)}`)), entry.by !== "ouidire" && [" \u00b7 ", entry.byName ?? entry.by], details(entry, incident.known.rules))))),
  ];
}

function details(entry, rules) {
  const told = KEYS.filter((key) => !HIDDEN.includes(entry.details[key])).map((key) => (key === "text" || key === "note" ? `\u00ab\u202f${entry.details[key]}\u202f\u00bb` : t(`al.detail.${key}`, { value: key === "reason" && entry.said ? entry.said : said(key, entry.details[key], rules) })));
  return told.length > 0 && h("span", { class: "muted" }, " \u00b7 ", told.join(" \u00b7 "));
}

function said(key, value, rules) {
  if (["severity", "from", "to"].includes(key) && SEVERITIES.includes(value)) return t(`severity.${value}`);
  if (key === "metric" && METRICS.includes(value)) return t(`al.metric.${wordOf(value)}`);
  if (key === "rule") return labelIn(rules, value);
  if (["observed", "expected"].includes(key)) return number(Number(value), 1);
  if (key === "reason" && REASONS.includes(value)) return t(`al.reason.${wordOf(value)}`);
  if (key === "until") return moment(Date.parse(value), app.zone);
  if (key === "useful") return t(value === "true" ? "incident.yes" : "incident.no");
  return value;
}

/** What was put on record of the mentions: each with its address, time and hash. */
export function evidence(incident) {
  const kept = incident.log.filter((entry) => entry.kind === "evidence");
  if (!kept.length) return h("p", { class: "muted small" }, t("al.room.noEvidence"));
  const row = ({ at, details: one }) => h("li", {},
    h("p", { class: "row wrap" }, h("a", { href: address(change(app.view, { mention: one.mention })) }, one.mention), one.url && outLink(one.url, { class: "quiet" }, t("mention.source"))),
    h("p", { class: "muted" }, t("al.room.published", { time: exact(Date.parse(one.publishedAt), app.zone) })),
    h("p", { class: "muted" }, t("al.room.preserved", { time: exact(Date.parse(at), app.zone) })),
    h("code", {}, one.sha256));
  return h("details", {}, h("summary", { class: "small" }, t("al.room.evidence", { n: kept.length })), h("ol", { class: "evidence xs" }, kept.map(row)));
}

export function outbox(incident) {
  if (!incident.outbox.length) return h("p", { class: "muted small" }, t("al.room.nothingSent"));
  const sent = (one) => h("li", {},
    h("span", { class: "log-time muted" }, timeTag(Date.parse(one.madeAt))),
    h("span", {}, h("strong", {}, one.channel), ` \u2192 ${one.recipient === "all" ? t("al.routing.everybody") : labelIn(incident.known.roles, one.recipient)} \u00b7 ${t(`dispatch.${wordOf(one.action)}`)} \u00b7 `, h("span", { class: one.state === "dead" ? "tone-negative" : "" }, t(`sent.${one.state}`)), one.error && h("span", { class: "muted" }, ` (${one.said ?? one.error})`)));
  return h("details", {}, h("summary", { class: "small" }, t("incident.outbox", { n: incident.outbox.length })), h("ul", { class: "incident-log small" }, incident.outbox.map(sent)));
}
