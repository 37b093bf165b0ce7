// Tone as people see it: a colour, always with a sign and a word.

import { h } from "../core/dom.js";
import { number, percent, signed } from "../core/format.js";
import { t } from "../core/i18n.js";
import { app } from "../core/app.js";
import { mentionsAddress } from "../core/view.js";

export const TONES = ["negative", "neutral", "positive", "unknown"];
export const SIGNS = { negative: "\u2212", neutral: "=", positive: "+", unknown: "?" };

/** Under this many mentions a share or an index says nothing yet. */
export const FEW = 30;

export function toneBadge(tone) {
  const label = tone?.label ?? "unknown";
  return h("span", { class: `tone tone-${label}` }, h("span", { class: "tone-sign", "aria-hidden": "true" }, SIGNS[label]), t(`tone.${label}`));
}

/** A bar cut in the tones' shares, each part a link to its mentions; the words and counts follow. */
export function toneBar(counts, { parts = {}, legend = true } = {}) {
  const total = TONES.reduce((sum, tone) => sum + (counts[tone] ?? 0), 0);
  const shown = TONES.filter((tone) => counts[tone] > 0);
  const bar = h(
    "div",
    { class: "tonebar", role: "presentation" },
    shown.map((tone) =>
      h("a", {
        class: `tonebar-part fill-${tone}`,
        href: mentionsAddress(app.view, app.span, { ...parts, tone: [tone] }),
        title: `${t(`tone.${tone}`)} : ${number(counts[tone])} (${percent(counts[tone] / total)})`,
        "aria-hidden": "true",
        tabindex: "-1",
        style: { "flex-grow": counts[tone] },
      }),
    ),
  );
  if (!legend) return bar;
  return h("div", { class: "toneblock" }, bar, h("ul", { class: "tonelegend" }, shown.map((tone) => legendItem(tone, counts, total, parts))));
}

function legendItem(tone, counts, total, parts) {
  return h(
    "li",
    {},
    h(
      "a",
      {
        class: `count tone-word tone-${tone}`,
        href: mentionsAddress(app.view, app.span, { ...parts, tone: [tone] }),
        data: { mentions: counts[tone] },
        "aria-label": `${t(`tone.${tone}`)} : ${number(counts[tone])}`,
      },
      h("span", { class: "tone-sign", "aria-hidden": "true" }, SIGNS[tone]),
      h("span", { class: "tone-name" }, t(`tone.${tone}`)),
      h("span", { class: "num" }, number(counts[tone])),
      h("span", { class: "num faint" }, percent(counts[tone] / total)),
    ),
  );
}

/** The net tone with its interval, or why there is none. */
export function toneIndex(tone) {
  if (!tone || !tone.n) return { text: "\u2013", note: t("tone.none") };
  const range = tone.low == null ? "" : t("tone.range", { low: signed(Math.round(tone.low * 100)), high: signed(Math.round(tone.high * 100)) });
  if (tone.n < FEW) return { text: "\u2013", note: t("few.note", { n: number(tone.n) }) };
  return { text: signed(Math.round(tone.index * 100)), note: range, label: tone.low > 0 ? "positive" : tone.high < 0 ? "negative" : "neutral" };
}
