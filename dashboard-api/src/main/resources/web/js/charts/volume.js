// Volume over time: bars over the usual band, the period before as a dashed line, alerts as marks.

import { h } from "../core/dom.js";
import { app } from "../core/app.js";
import { compact, number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, change, noFilters } from "../core/view.js";
import { reasonOf } from "../parts/alert-list.js";
import { barTime } from "../parts/bar-time.js";
import { count } from "../parts/number.js";
import { chartFrame } from "./frame.js";

export function volumeChart({ name, group }) {
  return chartFrame({
    name: `volume-${name}`, group, height: 248,
    title: () => `${t("metric.volume")} · ${document.title}`,
    label: (data) => t("volume.label", { n: number(data.total), bars: number(data.bars.length) }),
    legend, option, readout, table, rows,
  });
}

const now = () => app.span.to ?? app.now;
const bandOf = (data, i) => data.bands?.[i] ?? null;

function legend(data) {
  return [
    h("span", { class: "key-item" }, h("span", { class: "swatch swatch-volume", "aria-hidden": "true" }), app.view.page === "brand" ? t(`unit.${app.view.unit}`) : t("metric.volume")),
    data.bands && h("span", { class: "key-item" }, h("span", { class: "swatch swatch-band", "aria-hidden": "true" }), t("usual.band", { n: data.weeks })),
    data.before && h("span", { class: "key-item" }, h("span", { class: "swatch swatch-before", "aria-hidden": "true" }), t("volume.before")),
    alertMarks(data).length > 0 && h("a", { class: "key-item", href: address({ ...noFilters(app.view), page: "alerts", brand: null }) }, h("span", { class: "swatch swatch-alert", "aria-hidden": "true" }, "\u25b2"), t("page.alerts")),
  ];
}

function option(data, colour) {
  const [volume, open, band] = [colour("--volume"), colour("--volume-soft"), colour("--band")];
  const series = [];
  if (data.bands) {
    const step = { type: "bar", xAxisIndex: 1, stack: "band", barWidth: "100.5%", silent: true, z: 1, animation: false };
    series.push({ ...step, itemStyle: { color: "transparent" }, data: data.bands.map((b) => b?.low ?? 0) });
    series.push({ ...step, itemStyle: { color: band }, data: data.bands.map((b) => (b ? b.high - b.low : 0)) });
  }
  series.push({
    type: "bar", barCategoryGap: data.bars.length > 90 ? "12%" : "24%", z: 3, silent: true,
    data: data.bars.map((bar) => ({ value: bar.count, itemStyle: { color: bar.end > now() ? open : volume, borderRadius: [2, 2, 0, 0] } })),
  });
  if (data.before) series.push({ type: "line", symbol: "none", silent: true, z: 5, data: data.before.map((b) => b.count), lineStyle: { width: 1.5, color: colour("--ink-3"), type: "dashed" } });
  const marks = alertMarks(data);
  if (marks.length) series.push({ type: "scatter", z: 6, symbol: "triangle", symbolSize: 9, silent: true, itemStyle: { color: colour("--negative") }, data: marks.map(({ i }) => [i, data.bars[i].count]), symbolOffset: [0, -9] });
  return {
    yAxis: {
      type: "value", min: 0, minInterval: 1, boundaryGap: [0, "6%"], splitNumber: 4,
      axisLabel: { color: colour("--ink-3"), fontSize: 11, formatter: (v) => compact(v) },
      splitLine: { lineStyle: { color: colour("--line") } },
    },
    series,
  };
}

function alertMarks(data) {
  return (data.alerts ?? []).map((alert) => ({ alert, i: data.bars.findIndex((bar) => bar.start <= Date.parse(alert.startedAt) && Date.parse(alert.startedAt) < bar.end) })).filter(({ i }) => i >= 0);
}

function readout(i, data) {
  const bar = data.bars[i];
  const band = bandOf(data, i);
  const before = data.before?.[i];
  return [
    h("p", { class: "readout-main" }, app.view.page === "brand" && app.view.unit !== "mentions" ? `${number(bar.count)} ${t(`unit.${app.view.unit}`)}` : tn("mentions.count", bar.count, { n: number(bar.count) })),
    band && h("p", {}, t("usual.words", { low: number(Math.round(band.low)), high: number(Math.round(band.high)) })),
    before && h("p", {}, t("volume.beforeWas", { n: number(before.count) })),
    bar.end > now() && h("p", { class: "faint" }, t("volume.open")),
    alertMarks(data).filter((mark) => mark.i === i).map(({ alert }) => h("p", { class: "tone-negative" }, `\u25b2 ${reasonOf(alert)}`)),
  ];
}

function table(data) {
  const head = ["table.time", "metric.volume", data.bands && "table.usual", data.before && "volume.before"].filter(Boolean);
  return h(
    "table",
    {},
    h("caption", { class: "aloud" }, t("metric.volume")),
    h("thead", {}, h("tr", {}, head.map((key, i) => h("th", { scope: "col", class: i ? "n" : "" }, t(key))))),
    h("tbody", {}, data.bars.map((bar, i) => h(
      "tr",
      {},
      h("td", {}, h("a", { href: address(change(app.view, { period: { from: bar.start, to: bar.end } })) }, barTime(bar, data.bucket))),
      h("td", { class: "n" }, count(bar.count, { window: clip(bar) })),
      data.bands && h("td", { class: "n" }, bandOf(data, i) ? t("usual.span", { low: number(Math.round(data.bands[i].low)), high: number(Math.round(data.bands[i].high)) }) : ""),
      data.before && h("td", { class: "n" }, number(data.before[i]?.count ?? 0)),
    ))),
  );
}

/** A bar cut to the period: its count opens what was counted, not what came after. */
export function clip(bar) {
  const { from, to } = app.span;
  return { from: from === null ? bar.start : Math.max(from, bar.start), to: to === null ? bar.end : Math.min(to, bar.end) };
}

function rows(data) {
  const head = ["start", "end", "mentions", ...(data.bands ? ["usual_low", "usual_mean", "usual_high"] : []), ...(data.before ? ["period_before"] : [])];
  return [head, ...data.bars.map((bar, i) => [
    new Date(bar.start).toISOString(), new Date(bar.end).toISOString(), bar.count,
    ...(data.bands ? ["low", "mean", "high"].map((key) => Math.round((data.bands[i]?.[key] ?? 0) * 10) / 10) : []),
    ...(data.before ? [data.before[i]?.count ?? 0] : []),
  ])];
}
