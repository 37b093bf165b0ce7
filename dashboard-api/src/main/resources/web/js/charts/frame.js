// What every chart over time has: a plot of fixed height, a crosshair shared with the page's other charts, a readout, a
// brush that narrows the period, keys, an equivalent table, and a download as PNG, SVG or CSV.

import { h, put } from "../core/dom.js";
import { app, go } from "../core/app.js";
import { lang, t } from "../core/i18n.js";
import { calm } from "../core/prefs.js";
import { change } from "../core/view.js";
import { barTime, ticks } from "../parts/bar-time.js";
import { icon } from "../parts/icons.js";
import { popover } from "../parts/popover.js";
import { bytesOf, charts, colour, csv, fonts, save } from "./engine.js";
import { pointer } from "./pointer.js";

export const GRID = { left: 44, right: 10, top: 12, bottom: 24 };

/**
 * @param spec {name, title, height, group, label(data), option(data, palette), readout(i, data), table(data), rows(data)}
 * @returns {element, tools, draw(data)}
 */
export function chartFrame(spec) {
  const canvas = h("div", { class: "plot-canvas" });
  const plot = h("div", { class: "plot", tabindex: "0", role: "img", style: { height: `${spec.height}px` } }, canvas);
  const legend = h("div", { class: "legend small" });
  const table = h("div", { class: "chart-table scroll-x", hidden: true });
  const tableButton = h("button", { type: "button", class: "icon-button", "aria-pressed": "false", "aria-label": t("chart.table"), title: t("chart.table"), onclick: toggleTable }, icon("table"));
  const saveButton = h("button", { type: "button", class: "icon-button", "aria-label": t("chart.download"), title: t("chart.download") }, icon("download"));
  const menu = popover(saveButton, (close) => ["png", "svg", "csv"].map((kind) => h("button", { type: "button", class: "menu-item", onclick: () => (close(), download(kind)) }, kind.toUpperCase())), { label: t("chart.download"), cls: "pop-menu" });
  const element = h("figure", { class: "chart" }, legend, plot, table);
  let data = null;
  let chart = null;

  const pick = (from, to) => go(change(app.view, { period: { from, to } }));
  const hand = pointer(plot, {
    group: spec.group, grid: GRID,
    bars: () => data?.bars ?? [],
    readout: (i) => [h("p", { class: "readout-time" }, barTime(data.bars[i], data.bucket)), spec.readout(i, data)],
    pick: (i, j) => pick(data.bars[i].start, data.bars[j].end),
  });

  async function draw(next) {
    data = next;
    plot.setAttribute("aria-label", `${spec.label(data)} ${t("chart.keys")}`);
    put(legend, spec.legend?.(data) ?? []);
    if (!table.hidden) put(table, spec.table(data));
    hand.refresh();
    try {
      const engine = await charts();
      if (!chart) {
        chart = engine.init(canvas, null, { renderer: "canvas" });
        new ResizeObserver(() => (chart.resize(), paint())).observe(canvas);
        window.addEventListener("themechange", paint);
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
      }
      paint();
    } catch (error) {
      console.error(error);
      put(canvas, h("p", { class: "muted small" }, t("chart.missing")));
      if (table.hidden) toggleTable();
    }
  }

  function paint() {
    if (chart && data && canvas.isConnected) chart.setOption(whole(canvas.clientWidth), { notMerge: true });
  }

  function whole(wide) {
    const marks = ticks(data.bars, data.bucket, wide - GRID.left - GRID.right);
    const ink = colour("--ink-3");
    return {
      animation: !calm(), animationDuration: 260, animationDurationUpdate: 260,
      textStyle: { fontFamily: fonts() },
      grid: { ...GRID, containLabel: false, outerBoundsMode: "none" },
      // The second axis lays out what must touch, as the band, apart from bars that must not.
      xAxis: [{
        type: "category", data: data.bars.map((_, i) => i),
        axisLine: { lineStyle: { color: colour("--line-strong") } },
        axisTick: { show: true, length: 3, interval: (i) => marks.has(i), lineStyle: { color: colour("--line-strong") } },
        axisLabel: { interval: (i) => marks.has(i), formatter: (_, i) => marks.get(i) ?? "", color: ink, fontSize: 11, margin: 7, hideOverlap: true },
      }, { type: "category", data: data.bars.map((_, i) => i), show: false }],
      ...spec.option(data, colour),
    };
  }

  function toggleTable() {
    table.hidden = !table.hidden;
    tableButton.setAttribute("aria-pressed", String(!table.hidden));
    if (!table.hidden && data) put(table, spec.table(data));
  }

  async function download(kind) {
    const name = `ouidire-${spec.name}-${new Date(app.now).toISOString().slice(0, 10)}.${kind}`;
    if (kind === "csv") return save(name, csv(spec.rows(data), lang() === "fr" ? ";" : ","), "text/csv");
    const engine = await charts();
    const size = { width: Math.max(800, canvas.clientWidth), height: spec.height + 44 };
    const option = whole(size.width);
    Object.assign(option, { animation: false, backgroundColor: colour("--surface"), title: { text: spec.title(), left: GRID.left, top: 10, textStyle: { fontSize: 14, fontWeight: 600, color: colour("--ink") } } });
    option.grid = { ...option.grid, top: GRID.top + 44 };
    if (kind === "svg") {
      const copy = engine.init(null, null, { renderer: "svg", ssr: true, ...size });
      copy.setOption(option);
      save(name, copy.renderToSVGString(), "image/svg+xml");
      return copy.dispose();
    }
    const host = h("div", { class: "offstage", style: { width: `${size.width}px`, height: `${size.height}px` } });
    document.body.append(host);
    const copy = engine.init(host, null, { renderer: "canvas", devicePixelRatio: 2 });
    copy.setOption(option);
    save(name, bytesOf(copy.getDataURL({ type: "png", pixelRatio: 2 })), "image/png");
    copy.dispose();
    host.remove();
  }

  return { element, tools: [tableButton, saveButton, menu], draw, close: () => (window.removeEventListener("themechange", paint), chart?.dispose()) };
}
