// A chart over time with what stands around it: the keys of its lines above, the same numbers as a table below. It is drawn again when its size or the colours change.

import { h, put } from "../core/dom.js";
import { app } from "../core/app.js";
import { compact, day, hourOf } from "../core/format.js";
import { t } from "../core/i18n.js";
import { calm } from "../core/prefs.js";
import { charts, colour, fonts } from "./engine.js";

const LONG = 2.5 * 86_400_000;

/** `option` tells what the engine draws of what was given last; it is asked once something was. */
export function timeFigure(height, option) {
  const canvas = h("div", { class: "plot-canvas" });
  const plot = h("div", { class: "plot", role: "img", style: { height: `${height}px` } }, canvas);
  const legend = h("div", { class: "legend small" });
  const table = h("details", { class: "small" });
  const element = h("figure", { class: "chart" }, legend, plot, table);
  let chart = null;

  /** `keys` are pairs of a swatch and a word; `rows` are cells as they read, the first a time. */
  async function draw({ name, keys, summary, head, rows }) {
    plot.setAttribute("aria-label", name);
    put(legend, keys.map(([kind, words]) => h("span", { class: "key-item" }, h("span", { class: `swatch swatch-${kind}`, "aria-hidden": "true" }), t(words))));
    put(
      table,
      h("summary", {}, t(summary)),
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, head.map((key, i) => h("th", { scope: "col", class: i ? "n" : "" }, t(key))))),
        h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, i) => h("td", { class: i ? "n" : "" }, cell))))),
      ),
    );
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

  function paint() {
    if (chart && canvas.isConnected) chart.setOption({ animation: !calm(), textStyle: { fontFamily: fonts() }, ...option() }, { notMerge: true });
  }

  return { element, draw, close: () => (window.removeEventListener("themechange", paint), chart?.dispose()) };
}

/** Frame and axes of counts over a time; days are named instead of hours where it is long. */
export function timeAxes(start, end, top) {
  const ink = colour("--ink-3");
  const label = (at) => (end - start > LONG ? day(at, app.zone) : hourOf(at, app.zone));
  return {
    grid: { left: 48, right: 14, top, bottom: 26, outerBoundsMode: "none" },
    xAxis: { type: "time", axisLine: { lineStyle: { color: colour("--line-strong") } }, axisLabel: { color: ink, fontSize: 11, hideOverlap: true, formatter: label }, splitLine: { show: false } },
    yAxis: { type: "value", min: 0, minInterval: 1, splitNumber: 4, axisLabel: { color: ink, fontSize: 11, formatter: (v) => compact(v) }, splitLine: { lineStyle: { color: colour("--line") } } },
  };
}

/** A line without marks that says nothing when it is pointed at. */
export const LINE = { type: "line", symbol: "none", silent: true, animation: false };
