// Questions that nobody official answered: how many, how old, and the way to each.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app } from "../core/app.js";
import { duration, number } from "../core/format.js";
import { t } from "../core/i18n.js";
import { address, change, parameters } from "../core/view.js";
import { emptyBox, panel } from "./panel.js";

const SHOWN = 6;
const TEXT = 180;

export function questionsPanel() {
  return panel({ title: t("metric.questions"), about: "questions", cls: "questions", skeleton: 4, load, draw });
}

function load(signal) {
  const query = parameters(app.view, app.span);
  query.set("limit", SHOWN);
  return get("metrics/questions", query, signal);
}

function draw(data, body) {
  if (!data.asked) return void put(body, emptyBox(t("empty.questions")));
  put(
    body,
    h("p", { class: "small muted" }, t("questions.sum", { asked: number(data.asked), open: number(data.open), others: number(data.answeredByOthers) }), data.medianResponseSeconds !== null && ` ${t("questions.median", { time: duration(1000 * data.medianResponseSeconds) })}`),
    h("ol", { class: "question-list small" }, data.questions.map((q) => h(
      "li",
      {},
      h("a", { class: "question-text", href: address(change(app.view, { mention: q.mention.id })) }, cut(q.mention.text || q.mention.title)),
      h("p", { class: "faint xs" }, t("questions.age", { time: duration(1000 * q.ageSeconds) }), q.first && ` · ${t("questions.others", { author: q.first.author ?? t("mention.noAuthor") })}`),
    ))),
  );
}

const cut = (text) => (text.length > TEXT ? `${text.slice(0, text.lastIndexOf(" ", TEXT))}…` : text);
