// The figures at the head of the page of links.

import { h, put } from "../core/dom.js";
import { compact, number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { info } from "./info.js";
import { linkCount, opening } from "./link-tables.js";
import { panel } from "./panel.js";

/** @param told (check) => void: hears where looking for lost links stands */
export function linkFigures(load, told) {
  const cell = (metric) => {
    const value = h("div", { class: "figure-value" }, h("span", { class: "bone" }));
    const note = h("div", { class: "figure-note small" });
    return { value, note, element: h("div", { class: "figure" }, h("h2", { class: "figure-name" }, t(`metric.${metric}`), info(metric)), value, note) };
  };
  const cells = { linkMentions: cell("linkMentions"), backlinks: cell("backlinks"), newLinks: cell("newLinks"), reach: cell("reach"), visits: cell("visits") };
  const it = panel({ cls: "figures-panel link-figures", skeleton: 0, main: false, load, draw: (data) => draw(cells, data, told) });
  it.element.append(h("div", { class: "figures" }, Object.values(cells).map((c) => c.element)));
  return it;
}

function draw(cells, data, told) {
  const { total } = data;
  told(data.check);
  const plain = (value) => h("span", { class: "num big" }, value);
  put(cells.linkMentions.value, linkCount(total.mentions, opening(data), "big"));
  put(cells.linkMentions.note, h("p", { class: "faint" }, tn("links.fromDomains", total.domains, { n: number(total.domains) })), data.looked < data.of && h("p", { class: "faint" }, t("links.looked", { n: number(data.looked), of: number(data.of) })));
  put(cells.backlinks.value, plain(number(total.backlinks)));
  put(cells.backlinks.note, h("p", { class: "faint" }, tn("links.toPages", total.pages, { n: number(total.pages) })));
  put(cells.newLinks.value, plain(`+${number(total.newBacklinks)}`), h("span", { class: "unit" }, tn("links.lostToo", total.lostBacklinks, { n: number(total.lostBacklinks) })));
  put(cells.newLinks.note);
  put(cells.reach.value, plain(compact(total.reach)));
  put(cells.reach.note, h("p", { class: "faint" }, t("story.reachKnown", { n: number(total.reachKnown), of: number(total.authors) })));
  put(cells.visits.value, data.imported.rows ? plain(compact(total.visitsAll)) : h("span", { class: "num big faint" }, "–"));
  put(cells.visits.note, h("p", { class: "faint" }, data.imported.rows ? t("links.visitsJoined", { n: number(total.visits) }) : t("links.noVisits")));
}
