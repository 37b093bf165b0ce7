// How good forecasts were on the stories that have ended, and what that does to the intervals of those that run.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { duration, number, percent } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { emptyBox, panel } from "./panel.js";

export const accuracyPanel = () => panel({ title: t("metric.accuracy"), about: "accuracy", cls: "accuracy", skeleton: 3, load: (signal) => get("metrics/forecast", null, signal), draw });

function draw({ stories, scale, ages }, body) {
  if (!stories) return void put(body, emptyBox(t("accuracy.none")));
  const share = (value) => (value === null ? "\u2013" : percent(value));
  put(
    body,
    h("p", { class: "small muted" }, tn("accuracy.stories", stories, { n: number(stories) }), " ", t("accuracy.scale", { n: number(scale, 2) })),
    h(
      "table",
      { class: "rumour-table small" },
      h("thead", {}, h("tr", {}, ["accuracy.age", "accuracy.n", "accuracy.error", "accuracy.coverage", "accuracy.calibrated"].map((key, i) => h("th", { scope: "col", class: i ? "n" : "" }, t(key))))),
      h("tbody", {}, ages.map((age) => h("tr", {}, h("th", { scope: "row" }, duration(1000 * age.seconds)), h("td", { class: "n" }, number(age.n), age.refused > 0 && h("span", { class: "faint xs" }, ` ${t("accuracy.refused", { n: number(age.refused) })}`)), h("td", { class: "n" }, share(age.medianError)), h("td", { class: "n" }, share(age.coverage)), h("td", { class: "n" }, share(age.calibratedCoverage))))),
    ),
  );
}
