// Reach so far of a rumour and of its correction, two lines of which each has a mark and a name, with the moment of our version.

import { h, put } from "../core/dom.js";
import { app } from "../core/app.js";
import { compact, day, hourOf, moment, number } from "../core/format.js";
import { t } from "../core/i18n.js";
import { calm } from "../core/prefs.js";
import { charts, colour, fonts } from "./engine.js";

const HEIGHT = 200;

export function rumourChart() {
  const canvas = h("div", { class: "plot-canvas" });
  const plot = h("div", { class: "plot", role: "img", style: { height: `${HEIGHT}px` } }, canvas);
  const legend = h("div", { class: "legend small" });
  const table = h("details", { class: "small" });
  const element = h("figure", { class: "chart" }, legend, plot, table);
  let chart = null;
  let report = null;

  async function draw(next) {
    report = next;
    plot.setAttribute("aria-label", t("rumour.chart"));
    put(legend, [["rumour", "rumour.reachOf"], ["correction", "rumour.reachOurs"]].map(([kind, words]) => h("span", { class: "key-item" }, h("span", { class: `swatch swatch-${kind}`, "aria-hidden": "true" }), t(words))));
    put(table, h("summary", {}, t("rumour.table")), rows());
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

  /** Sums so far, at the end of each stretch. */
  function sums() {
    const starts = report.timeline.map((each) => Date.parse(each.start));
    const size = starts.length > 1 ? starts[1] - starts[0] : 60_000;
    const end = Date.parse(report.at);
    let [rumour, ours] = [0, 0];
    const all = [{ at: starts[0], rumour: 0, ours: 0 }];
    for (const [i, each] of report.timeline.entries()) {
      rumour += each.rumourReach;
      ours += each.correctionReach;
      all.push({ at: Math.min(starts[i] + size, Math.max(end, starts[i])), rumour, ours, changed: each.rumourMentions + each.correctionMentions > 0 });
    }
    return all;
  }

  function rows() {
    const head = ["story.at", "rumour.reachOf", "rumour.reachOurs"];
    return h("table", {}, h("thead", {}, h("tr", {}, head.map((key, i) => h("th", { scope: "col", class: i ? "n" : "" }, t(key))))), h("tbody", {}, sums().filter((each) => each.changed).map((each) => h("tr", {}, h("td", {}, moment(each.at, app.zone)), h("td", { class: "n" }, number(each.rumour)), h("td", { class: "n" }, number(each.ours))))));
  }

  function paint() {
    if (!chart || !report || !canvas.isConnected) return;
    const told = sums();
    const ink = colour("--ink-3");
    const long = told.at(-1).at - told[0].at > 2.5 * 86_400_000;
    const line = { type: "line", symbol: "none", silent: true, animation: false };
    const corrected = Date.parse(report.corrected);
    chart.setOption({
      animation: !calm(), textStyle: { fontFamily: fonts() },
      grid: { left: 48, right: 14, top: 18, bottom: 26, outerBoundsMode: "none" },
      xAxis: { type: "time", axisLine: { lineStyle: { color: colour("--line-strong") } }, axisLabel: { color: ink, fontSize: 11, hideOverlap: true, formatter: (at) => (long ? day(at, app.zone) : hourOf(at, app.zone)) }, splitLine: { show: false } },
      yAxis: { type: "value", min: 0, minInterval: 1, splitNumber: 4, axisLabel: { color: ink, fontSize: 11, formatter: (v) => compact(v) }, splitLine: { lineStyle: { color: colour("--line") } } },
      series: [
        { ...line, lineStyle: { width: 2.5, color: colour("--negative") }, data: told.map((each) => [each.at, each.rumour]), markLine: { silent: true, symbol: "none", lineStyle: { color: ink, type: "dotted" }, label: { color: ink, fontSize: 11, formatter: t("rumour.mark.ours") }, data: [{ xAxis: corrected }] } },
        { ...line, lineStyle: { width: 2.5, type: "dashed", color: colour("--positive") }, data: told.map((each) => [each.at, each.ours]) },
      ],
    }, { notMerge: true });
  }

  return { element, draw, close: () => (window.removeEventListener("themechange", paint), chart?.dispose()) };
}
