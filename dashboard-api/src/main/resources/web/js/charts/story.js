// A story's growth: mentions so far as a line, and what was forecast along the way as a band against what came.

import { h, put } from "../core/dom.js";
import { app } from "../core/app.js";
import { compact, day, hourOf, moment, number } from "../core/format.js";
import { t } from "../core/i18n.js";
import { calm } from "../core/prefs.js";
import { charts, colour, fonts } from "./engine.js";

const HEIGHT = 264;

export function storyChart() {
  const canvas = h("div", { class: "plot-canvas" });
  const plot = h("div", { class: "plot", role: "img", style: { height: `${HEIGHT}px` } }, canvas);
  const legend = h("div", { class: "legend small" });
  const table = h("details", { class: "small" });
  const element = h("figure", { class: "chart" }, legend, plot, table);
  let chart = null;
  let story = null;

  async function draw(next) {
    story = next;
    plot.setAttribute("aria-label", t("story.chart", { n: number(story.size.mentions) }));
    put(legend, [["volume", "story.sofar"], ["band", "story.band"], ["before", "story.expected"]].map(([kind, words]) => h("span", { class: "key-item" }, h("span", { class: `swatch swatch-${kind}`, "aria-hidden": "true" }), t(words))));
    put(table, h("summary", {}, t("story.table")), forecastTable());
    try {
      const engine = await charts();
      if (!chart) {
        chart = engine.init(canvas, null, { renderer: "canvas" });
        new ResizeObserver(() => (chart.resize(), paint())).observe(canvas);
        window.addEventListener("themechange", paint);
      }
      paint();
    } catch (error) {
      console.error(error);
      table.open = true;
      put(canvas, h("p", { class: "muted small" }, t("chart.missing")));
    }
  }

  function all() {
    return story.forecast ? [...story.forecasts, story.forecast] : story.forecasts;
  }

  function forecastTable() {
    return h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ["story.at", "story.observed", "story.expected", "story.interval"].map((key, i) => h("th", { scope: "col", class: i ? "n" : "" }, t(key))))),
      h("tbody", {}, all().map((f) => h("tr", {}, h("td", {}, moment(Date.parse(f.at), app.zone)), h("td", { class: "n" }, number(f.observed)), h("td", { class: "n" }, f.supercritical ? t("story.none") : number(f.expected)), h("td", { class: "n" }, f.supercritical ? "\u2013" : t("usual.span", { low: number(f.low), high: number(f.high) }))))),
    );
  }

  function paint() {
    if (!chart || !story || !canvas.isConnected) return;
    let sum = 0;
    const bars = story.timeline.map((bar) => ({ start: Date.parse(bar.start), mentions: bar.mentions }));
    const size = bars.length > 1 ? bars[1].start - bars[0].start : 60_000;
    // A bar's mentions are all there at its end, and none of those to come before now.
    const grown = [[bars[0]?.start ?? app.now, 0], ...bars.map((bar) => [Math.min(bar.start + size, Math.max(app.now, bar.start)), (sum += bar.mentions)])];
    const last = grown.at(-1)?.[0] ?? app.now;
    const told = all().filter((f) => !f.supercritical).map((f) => ({ at: Math.min(Date.parse(f.at), Math.max(last, app.now)), ...f }));
    const points = told.map((f) => [Date.parse(f.at), f]);
    const ink = colour("--ink-3");
    const line = { type: "line", symbol: "none", silent: true, animation: false };
    chart.setOption({
      animation: !calm(), textStyle: { fontFamily: fonts() },
      grid: { left: 48, right: 14, top: 12, bottom: 26, outerBoundsMode: "none" },
      xAxis: { type: "time", axisLine: { lineStyle: { color: colour("--line-strong") } }, axisLabel: { color: ink, fontSize: 11, hideOverlap: true, formatter: label }, splitLine: { show: false } },
      yAxis: { type: "value", min: 0, minInterval: 1, splitNumber: 4, axisLabel: { color: ink, fontSize: 11, formatter: (v) => compact(v) }, splitLine: { lineStyle: { color: colour("--line") } } },
      series: [
        { ...line, stack: "band", lineStyle: { opacity: 0 }, data: points.map(([at, f]) => [at, f.low]) },
        { ...line, stack: "band", lineStyle: { opacity: 0 }, areaStyle: { color: colour("--band"), opacity: 0.9 }, data: points.map(([at, f]) => [at, f.high - f.low]) },
        { ...line, symbol: points.length < 3 ? "circle" : "none", symbolSize: 7, itemStyle: { color: ink }, lineStyle: { width: 1.5, type: "dashed", color: ink }, data: points.map(([at, f]) => [at, f.expected]) },
        { ...line, z: 5, lineStyle: { width: 2.5, color: colour("--volume") }, data: grown },
      ],
    }, { notMerge: true });
  }

  const label = (at) => {
    const long = (story.timeline.length ? Date.parse(story.timeline.at(-1).start) - Date.parse(story.timeline[0].start) : 0) > 2.5 * 86_400_000;
    return long ? day(at, app.zone) : hourOf(at, app.zone);
  };

  return { element, draw, close: () => (window.removeEventListener("themechange", paint), chart?.dispose()) };
}
