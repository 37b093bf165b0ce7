// What mentions bring: reactions and potential reach of all, interest and quality of the newest, each with its formula.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app } from "../core/app.js";
import { compact, number, percent } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, change, parameters } from "../core/view.js";
import { info } from "./info.js";
import { emptyBox, panel } from "./panel.js";
import { FEW } from "./tone.js";

const TEXT = 120;
const WORDS = { length: "length", originality: "originality", source_link: "sourcelink", dialogue: "dialogue", reactions: "reactions", civility: "civility" };

export function contributionsPanel() {
  return panel({ title: t("contribution.title"), cls: "contributions", skeleton: 5, load, draw });
}

async function load(signal) {
  const query = parameters(app.view, app.span);
  const [totals, newest] = await Promise.all([get("metrics/totals", query, signal), get("metrics/contributions", query, signal)]);
  return { totals, newest };
}

function draw({ totals, newest }, body) {
  if (!totals.mentions) return void put(body, emptyBox(t("empty.contributions")));
  const cell = (metric, value, ...notes) => h("div", { class: "contribution" }, h("h3", { class: "figure-name" }, t(`metric.${metric}`), info(metric)), h("p", { class: "num big" }, value), h("div", { class: "small faint" }, notes.filter(Boolean).map((note) => h("p", {}, note))));
  const { interest, quality } = newest;
  const few = newest.n < FEW && t("few.note", { n: number(newest.n) });
  put(
    body,
    h(
      "div",
      { class: "contribution-figures" },
      cell("reach", compact(totals.reach), tn("contribution.known", totals.reachKnown, { n: number(totals.reachKnown) })),
      cell("engagement", compact(totals.engagement), t("contribution.reactions", { likes: compact(totals.likes), shares: compact(totals.shares) })),
      cell("comments", compact(totals.comments)),
      cell("interest", interest.medianTimes === null ? "\u2013" : times(interest.medianTimes), interest.medianTimes === null ? t("contribution.noInterest") : t("contribution.median", { n: number(interest.n) }), few),
      cell("quality", quality.mean === null ? "\u2013" : number(quality.mean, 2), t("contribution.mean", { n: number(newest.n) }), few),
    ),
    h("details", { class: "small" }, h("summary", {}, t("contribution.parts")), qualityParts(quality.parts)),
    interest.most.length > 0 && [
      h("h3", { class: "small" }, t("contribution.most")),
      h("ol", { class: "question-list small" }, interest.most.map(({ interest: one, mention }) => h("li", {}, h("a", { class: "question-text", href: address(change(app.view, { mention: mention.id })) }, cut(mention.text || mention.title)), h("p", { class: "faint xs" }, t("contribution.against", { times: times(one.times), n: number(one.engagement), usual: number(one.usual, one.usual < 10 ? 1 : 0) }))))),
    ],
  );
}

export const times = (value) => t("contribution.times", { n: number(value, value < 10 ? 1 : 0) });

/** Each part with its weight; what cannot be known says so. */
export function qualityParts(parts) {
  return h("ul", { class: "quality-parts" }, parts.map((part) => h(
    "li",
    {},
    h("span", {}, t(`quality.${WORDS[part.part]}`)),
    h("span", { class: "weightbar", "aria-hidden": "true" }, h("span", { class: "fill-neutral", style: { width: `${100 * (part.value ?? 0)}%` } })),
    h("span", { class: "num" }, part.value === null ? t("quality.unknown") : number(part.value, 2)),
    h("span", { class: "num faint" }, t("quality.weight", { n: percent(part.weight) })),
  )));
}

const cut = (text) => (text.length > TEXT ? `${text.slice(0, text.lastIndexOf(" ", TEXT))}…` : text);

/** Of one mention, asked once it is opened. */
export function contributionOf(mention) {
  const body = h("div", { class: "stack-s" });
  const open = async (event) => {
    if (!event.target.open || body.childElementCount) return;
    try {
      const { interest, quality } = await get(`mentions/${encodeURIComponent(mention.id)}/contribution`);
      put(
        body,
        h("p", {}, t("metric.interest"), info("interest"), " ", h("strong", { class: "num" }, interest ? times(interest.times) : t("quality.unknown"))),
        interest && h("p", { class: "small muted" }, t("contribution.habit", { n: number(interest.engagement), author: interest.author === null ? "\u2013" : number(interest.author, 1), mentions: number(interest.authorMentions), source: interest.source === null ? "\u2013" : number(interest.source, 1) })),
        h("p", {}, t("metric.quality"), info("quality"), " ", h("strong", { class: "num" }, number(quality.value, 2))),
        qualityParts(quality.parts),
      );
    } catch (error) {
      put(body, h("p", { class: "field-fault" }, error.detail ?? String(error)));
    }
  };
  return h("details", { class: "why contribution-of", ontoggle: open }, h("summary", {}, t("contribution.one")), body);
}
