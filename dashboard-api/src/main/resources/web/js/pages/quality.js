// How good is the tone? What was measured on texts that no model has learned from: figures, intervals, confusion per
// variety, calibration. The numbers are those that `ouidire tone report` wrote.

import { h, put } from "../core/dom.js";
import { number } from "../core/format.js";
import { t } from "../core/i18n.js";
import { SIGNS, TONES } from "../parts/tone.js";
import { panel } from "../parts/panel.js";
import { valueLabel } from "../parts/values.js";

const LABELS = TONES.filter((tone) => tone !== "unknown");
const one = (value) => number(Math.round(value * 10) / 10);
const share = (value) => `${one(value)} %`;

export function mount(root) {
  const it = panel({ title: t("page.quality"), skeleton: 12, main: true, load: (signal) => load(signal), draw });
  put(root, h("header", { class: "page-head" }, h("h1", {}, t("page.quality")), h("p", { class: "muted" }, t("quality.text"))), it.element);
  return { update: () => it.refresh(), arrive() {}, close: () => it.close() };
}

async function load(signal) {
  const answer = await fetch("/data/tone.json", { signal, credentials: "same-origin" });
  return answer.json();
}

function draw(report, body) {
  const { tone, varieties, target, kinds, moderation, rows } = report;
  put(
    body,
    h("div", { class: "stack quality" },
      h("p", {}, t("quality.rows", { learned: number(rows.learned), measured: number(rows.measured) })),
      table(
        [t("quality.what"), "n", t("quality.accuracy"), t("quality.f1"), t("quality.interval")],
        [
          [t("tone.whole"), tone],
          [t("quality.quebec"), varieties["fr-CA"]],
          [t("quality.france"), varieties["fr-FR"]],
          [t("quality.target"), target],
        ].map(([name, it]) => [name, number(it.n), share(it.accuracy), one(it.macro_f1), t("quality.between", { low: one(it.macro_f1_ci95[0]), high: one(it.macro_f1_ci95[1]) })]),
      ),
      h("h3", {}, t("quality.confusion")),
      h("p", { class: "small muted" }, t("quality.confusionText")),
      h("div", { class: "row wrap top" }, [["quality.quebec", varieties["fr-CA"]], ["quality.france", varieties["fr-FR"]]].map(([key, it]) => confusion(t(key), it))),
      h("h3", {}, t("quality.calibration")),
      h("p", { class: "small muted" }, t("quality.calibrationText")),
      table([t("quality.from"), "n", t("quality.stated"), t("quality.observed")], tone.calibration.map((bin) => [share(bin.from * 100), number(bin.n), share(bin.stated), share(bin.observed)])),
      h("h3", {}, t("by.kind")),
      table([t("filter.kind"), "n", t("quality.precision"), t("quality.recall"), "F1"], Object.entries(kinds.per_kind).map(([kind, it]) => [valueLabel("kind", kind).full, number(it.n), share(it.precision), share(it.recall), one(it.f1)])),
      h("h3", {}, t("by.flag")),
      table([t("filter.flag"), "n", t("quality.precision"), t("quality.recall"), "F1"], [
        ...Object.entries(moderation.per_class).map(([flag, it]) => [valueLabel("flag", flag).full, number(it.n), share(it.precision), share(it.recall), one(it.f1)]),
        [t("quality.any"), "", share(moderation.flag_precision), share(moderation.flag_recall), ""],
      ]),
      h("p", { class: "small muted" }, t("quality.again"), " ", h("code", {}, "ouidire tone report --corpus analysis/corpus --out dashboard-api/src/main/resources/web/data/tone.json")),
    ),
  );
}

function confusion(name, it) {
  const caption = h("caption", { class: "small" }, name);
  return h(
    "table",
    { class: "grid small" },
    caption,
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("quality.truth")), LABELS.map((label) => h("th", { scope: "col", class: `tone-${label}` }, SIGNS[label], " ", t(`tone.${label}`))))),
    h("tbody", {}, LABELS.map((truth) => h("tr", {}, h("th", { scope: "row", class: `tone-${truth}` }, t(`tone.${truth}`)), LABELS.map((said) => h("td", { class: `num${truth === said ? " strong" : ""}` }, number(it.confusion[truth][said])))))),
  );
}

function table(heads, rows) {
  return h(
    "div",
    { class: "scroll-x" },
    h("table", { class: "grid small" }, h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))), h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell, i) => (i ? h("td", { class: "num" }, cell) : h("th", { scope: "row" }, cell))))))),
  );
}
