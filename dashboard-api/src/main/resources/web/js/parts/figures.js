// The figures at the head of a brand's page: each with what it counts, its definition, and what it was before.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app } from "../core/app.js";
import { number, percent } from "../core/format.js";
import { t } from "../core/i18n.js";
import { mentionsAddress, parameters } from "../core/view.js";
import { volume } from "../core/volume.js";
import { info } from "./info.js";
import { count } from "./number.js";
import { panel } from "./panel.js";
import { loadShare, ofAll } from "./share.js";
import { FEW, SIGNS, toneBar, toneIndex } from "./tone.js";
import { verdictLine } from "./verdict.js";

export function brandFigures(id) {
  const cell = (metric, cls = "") => {
    const value = h("div", { class: "figure-value" }, h("span", { class: "bone" }));
    const note = h("div", { class: "figure-note small" });
    return { value, note, element: h("div", { class: `figure ${cls}` }, h("h2", { class: "figure-name" }, t(`metric.${metric}`), info(metric)), value, note) };
  };
  const cells = { mentions: cell("mentions"), net: cell("net", "figure-tone"), share: cell("share"), authors: cell("authors"), sources: cell("sources") };
  const it = panel({ cls: "figures-panel", skeleton: 0, load, draw: (data) => draw(cells, data, id) });
  it.element.append(h("div", { class: "figures" }, Object.values(cells).map((c) => c.element)));
  return it;
}

async function load(signal) {
  const { span } = app;
  const now = parameters(app.view, span);
  const earlier = span.before ? parameters(app.view, span.before) : null;
  const [counts, tone, share, usual, before] = await Promise.all([
    get("metrics/count", now, signal),
    get("metrics/tone", now, signal),
    loadShare(signal),
    app.view.unit === "mentions" ? volume({ split: "tone", signal }) : volume({ unit: app.view.unit, signal }),
    earlier ? get("metrics/count", earlier, signal) : null,
  ]);
  return { counts, tone, share, usual, before };
}

function draw(cells, { counts, tone, share, usual, before }, id) {
  const everything = (value, what) => h("a", { class: "num big", href: mentionsAddress(app.view, app.span), title: t("figure.opens", { what }) }, number(value));
  const { unit } = app.view;
  const opened = h("a", { class: "num big", href: mentionsAddress(app.view, app.span), title: t("figure.opens", { what: t(`unit.${unit}`) }) }, number(counts[unit]));
  put(cells.mentions.value, unit === "mentions" ? count(counts.mentions, { cls: "big", what: t("metric.mentions") }) : opened, h("span", { class: "unit" }, t(`unit.${unit}`)));
  put(cells.mentions.note, h("p", {}, verdictLine(usual)), before && h("p", { class: "faint" }, t("figure.before", { n: number(before[unit]) })), h("p", { class: "faint" }, t("figure.units", { texts: number(counts.texts), stories: number(counts.stories) })));

  const index = toneIndex(tone);
  put(cells.net.value, h("span", { class: `num big${index.label ? ` tone-${index.label}` : ""}` }, index.label ? h("span", { class: "aloud" }, SIGNS[index.label]) : null, index.text), h("span", { class: "figure-aside" }, tone.n ? toneBar(tone, { legend: false }) : null));
  put(cells.net.note, h("p", { class: "faint" }, index.note), tone.n > 0 && h("p", { class: "tonewords" }, ["negative", "neutral", "positive"].map((label) => h("span", { class: `tone-${label}` }, SIGNS[label], " ", count(tone[label], { parts: { tone: [label] }, what: t(`tone.${label}`) })))));

  const mine = share.brands.find((brand) => brand.brand === id);
  put(cells.share.value, h("a", { class: "num big", href: mentionsAddress(app.view, app.span), title: t("figure.opens", { what: t("metric.mentions") }) }, mine && share.total ? percent(mine.share) : "\u2013"));
  put(cells.share.note, h("p", { class: "faint" }, share.total < FEW ? t("few.note", { n: number(share.total) }) : ofAll(share)));

  put(cells.authors.value, everything(counts.authors, t("metric.authors")));
  put(cells.authors.note, before && h("p", { class: "faint" }, t("figure.before", { n: number(before.authors) })));
  put(cells.sources.value, everything(counts.sources, t("metric.sources")));
  put(cells.sources.note, before && h("p", { class: "faint" }, t("figure.before", { n: number(before.sources) })));
}
