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
const FILLS = { negative: "--negative", neutral: "--neutral-fill", unknown: "--unknown-fill", positive: "--positive" };

export function toneChart({ name, group }) {
  return chartFrame({
    name: `ton-${name}`, group, height: 168,
    title: () => `${t("metric.tone")} · ${document.title}`,
    label: () => t("toneChart.label"),
    legend: () => ORDER.map((tone) => h("span", { class: "key-item" }, h("span", { class: `swatch fill-${tone}`, "aria-hidden": "true" }), `${SIGNS[tone]} ${t(`tone.${tone}`)}`)),
    option, readout, table, rows,
  });
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
      data: data.bars.map((bar) => share(bar, tone)),
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
