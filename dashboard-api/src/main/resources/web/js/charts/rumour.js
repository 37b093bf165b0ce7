// Reach so far of a rumour and of its correction, two lines of which each has a mark and a name, with the moment of our version.

import { app } from "../core/app.js";
import { moment, number } from "../core/format.js";
import { t } from "../core/i18n.js";
import { colour } from "./engine.js";
import { LINE, timeAxes, timeFigure } from "./figure.js";

const HEIGHT = 200;

export function rumourChart() {
  const figure = timeFigure(HEIGHT, option);
  let report = null;

  function draw(next) {
    report = next;
    return figure.draw({
      name: t("rumour.chart"),
      keys: [["rumour", "rumour.reachOf"], ["correction", "rumour.reachOurs"]],
      summary: "rumour.table",
      head: ["story.at", "rumour.reachOf", "rumour.reachOurs"],
      rows: sums().filter((each) => each.changed).map((each) => [moment(each.at, app.zone), number(each.rumour), number(each.ours)]),
    });
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

  function option() {
    const told = sums();
    const ink = colour("--ink-3");
    const ours = report.corrected ? { silent: true, symbol: "none", lineStyle: { color: ink, type: "dotted" }, label: { color: ink, fontSize: 11, formatter: t("rumour.mark.ours") }, data: [{ xAxis: Date.parse(report.corrected) }] } : undefined;
    return {
      ...timeAxes(told[0].at, told.at(-1).at, 18),
      series: [
        { ...LINE, lineStyle: { width: 2.5, color: colour("--negative") }, data: told.map((each) => [each.at, each.rumour]), markLine: ours },
        { ...LINE, lineStyle: { width: 2.5, type: "dashed", color: colour("--positive") }, data: told.map((each) => [each.at, each.ours]) },
      ],
    };
  }

  return { ...figure, draw };
}
