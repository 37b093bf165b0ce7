// Tone over time as shares of each bar: negative from the bottom, positive from the top.

import { h } from "../core/dom.js";
import { app } from "../core/app.js";
import { number, percent } from "../core/format.js";
import { t } from "../core/i18n.js";
import { address, change } from "../core/view.js";
import { barTime } from "../parts/bar-time.js";
import { count } from "../parts/number.js";
import { SIGNS } from "../parts/tone.js";
import { chartFrame } from "./frame.js";
import { clip } from "./volume.js";

const ORDER = ["negative", "neutral", "unknown", "positive"];
/** A share of fewer mentions is drawn pale: it says little. */
const PALE_UNDER = 5;
const FILLS = { negative: "--negative", neutral: "--neutral-fill", unknown: "--unknown-fill", positive: "--positive" };

export function toneChart({ name, group }) {
  const frame = chartFrame({
    name: `ton-${name}`, group, height: 168,
    title: () => `${t("metric.tone")} · ${document.title}`,
    label: () => t("toneChart.label"),
    legend,
    option, readout, table, rows,
  });
  return { ...frame, draw: (data) => frame.draw({ ...data, bars: merged(data.bars, data.bucket) }) };
}

/** Shares need more mentions than counts do: fine bars are put together, six hours or five minutes at a time. */
function merged(bars, bucket) {
  const together = bars.length <= 50 ? 1 : { minute: 5, "5m": 3, "15m": 4, hour: 6 }[bucket] ?? 1;
  if (together === 1) return bars;
  const out = [];
  for (let i = 0; i < bars.length; i += together) {
    const part = bars.slice(i, i + together);
    const split = Object.fromEntries(ORDER.map((tone) => [tone, part.reduce((sum, bar) => sum + (bar.split[tone] ?? 0), 0)]));
    out.push({ start: part[0].start, end: part.at(-1).end, count: part.reduce((sum, bar) => sum + bar.count, 0), split });
  }
  return out;
}

function legend(data) {
  const pale = data.bars.some((bar) => bar.count > 0 && bar.count < PALE_UNDER);
  return [
    ...ORDER.map((tone) => h("span", { class: "key-item" }, h("span", { class: `swatch fill-${tone}`, "aria-hidden": "true" }), `${SIGNS[tone]} ${t(`tone.${tone}`)}`)),
    pale && h("span", { class: "key-item" }, t("toneChart.faint", { n: PALE_UNDER })),
  ];
}

const share = (bar, tone) => (bar.count ? (bar.split[tone] ?? 0) / bar.count : 0);

function option(data, colour) {
  return {
    yAxis: {
      type: "value", min: 0, max: 1, interval: 0.5,
      axisLabel: { color: colour("--ink-3"), fontSize: 11, formatter: (v) => percent(v) },
      splitLine: { lineStyle: { color: colour("--line") } },
    },
    series: ORDER.map((tone) => ({
      type: "bar", stack: "tone", silent: true, barCategoryGap: data.bars.length > 90 ? "12%" : "24%",
      itemStyle: { color: colour(FILLS[tone]) },
      data: data.bars.map((bar) => ({ value: share(bar, tone), itemStyle: { opacity: bar.count < PALE_UNDER ? 0.35 : 1 } })),
    })),
  };
}

function readout(i, data) {
  const bar = data.bars[i];
  if (!bar.count) return h("p", {}, t("tone.none"));
  return [
    ...[...ORDER].reverse().filter((tone) => bar.split[tone]).map((tone) => h("p", { class: "readout-row" }, h("span", { class: `tone-${tone}` }, `${SIGNS[tone]} ${t(`tone.${tone}`)}`), h("span", { class: "num" }, number(bar.split[tone])), h("span", { class: "num faint" }, percent(share(bar, tone))))),
  ];
}

function table(data) {
  return h(
    "table",
    {},
    h("caption", { class: "aloud" }, t("metric.tone")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("table.time")), ORDER.map((tone) => h("th", { scope: "col", class: "n" }, t(`tone.${tone}`))))),
    h("tbody", {}, data.bars.map((bar) => h(
      "tr",
      {},
      h("td", {}, h("a", { href: address(change(app.view, { period: { from: bar.start, to: bar.end } })) }, barTime(bar, data.bucket))),
      ORDER.map((tone) => h("td", { class: "n" }, bar.split[tone] ? count(bar.split[tone], { parts: { tone: [tone] }, window: clip(bar) }) : "0")),
    ))),
  );
}

function rows(data) {
  return [["start", "end", ...ORDER], ...data.bars.map((bar) => [new Date(bar.start).toISOString(), new Date(bar.end).toISOString(), ...ORDER.map((tone) => bar.split[tone] ?? 0)])];
}
