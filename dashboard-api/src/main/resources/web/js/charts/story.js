// A story's growth: mentions so far as a line, and what was forecast along the way as a band against what came.

import { app } from "../core/app.js";
import { moment, number } from "../core/format.js";
import { t } from "../core/i18n.js";
import { colour } from "./engine.js";
import { LINE, timeAxes, timeFigure } from "./figure.js";

const HEIGHT = 264;

export function storyChart() {
  const figure = timeFigure(HEIGHT, option);
  let story = null;

  function draw(next) {
    story = next;
    return figure.draw({
      name: t("story.chart", { n: number(story.size.mentions) }),
      keys: [["volume", "story.sofar"], ["band", "story.band"], ["before", "story.expected"]],
      summary: "story.table",
      head: ["story.at", "story.observed", "story.expected", "story.interval"],
      rows: all().map((f) => [moment(Date.parse(f.at), app.zone), number(f.observed), f.supercritical ? t("story.none") : number(f.expected), f.supercritical ? "\u2013" : t("usual.span", { low: number(f.low), high: number(f.high) })]),
    });
  }

  function all() {
    return story.forecast ? [...story.forecasts, story.forecast] : story.forecasts;
  }

  function option() {
    let sum = 0;
    const bars = story.timeline.map((bar) => ({ start: Date.parse(bar.start), mentions: bar.mentions }));
    const size = bars.length > 1 ? bars[1].start - bars[0].start : 60_000;
    // A bar's mentions are all there at its end, and none of those to come before now.
    const grown = [[bars[0]?.start ?? app.now, 0], ...bars.map((bar) => [Math.min(bar.start + size, Math.max(app.now, bar.start)), (sum += bar.mentions)])];
    const last = grown.at(-1)?.[0] ?? app.now;
    const told = all().filter((f) => !f.supercritical).map((f) => ({ at: Math.min(Date.parse(f.at), Math.max(last, app.now)), ...f }));
    const points = told.map((f) => [Date.parse(f.at), f]);
    const ink = colour("--ink-3");
    return {
      ...timeAxes(bars[0]?.start ?? 0, bars.at(-1)?.start ?? 0, 12),
      series: [
        { ...LINE, stack: "band", lineStyle: { opacity: 0 }, data: points.map(([at, f]) => [at, f.low]) },
        { ...LINE, stack: "band", lineStyle: { opacity: 0 }, areaStyle: { color: colour("--band"), opacity: 0.9 }, data: points.map(([at, f]) => [at, f.high - f.low]) },
        { ...LINE, symbol: points.length < 3 ? "circle" : "none", symbolSize: 7, itemStyle: { color: ink }, lineStyle: { width: 1.5, type: "dashed", color: ink }, data: points.map(([at, f]) => [at, f.expected]) },
        { ...LINE, z: 5, lineStyle: { width: 2.5, color: colour("--volume") }, data: grown },
      ],
    };
  }

  return { ...figure, draw };
}
