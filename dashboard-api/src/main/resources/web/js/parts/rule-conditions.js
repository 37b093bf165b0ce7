// What must hold for a rule to fire: a measure over a while reaches a number, or so many times its usual.

import { h } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { minutesOf, rows, select, wordOf } from "./form.js";

export const METRICS = ["count", "negative", "negative_share", "reach", "authors", "new_authors", "sources", "speed", "flagged", "unanswered_age", "silence"];
const USUAL = ["count", "negative"];
const WINDOWS = ["PT5M", "PT10M", "PT15M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H", "PT12H", "PT24H"];

export function conditions(when, changed) {
  return rows(when, make, { add: t("al.when.add"), none: t("al.when.none"), name: "when", changed, fresh: () => ({ metric: "count", atLeast: 10, window: "PT1H" }) });
}

function windowWord(iso) {
  const minutes = minutesOf(iso) ?? 0;
  return minutes % 60 === 0 ? t("al.when.hours", { n: minutes / 60 }) : t("al.when.minutes", { n: minutes });
}

function make(condition, i, changed) {
  const minutes = minutesOf(condition.window);
  const same = WINDOWS.find((one) => minutesOf(one) === minutes) ?? condition.window;
  const windows = WINDOWS.includes(same) ? WINDOWS : [same, ...WINDOWS];
  const number = (value, words) => h("input", { class: "input amount", type: "number", min: 0, step: "any", inputmode: "decimal", value: value ?? "", "aria-label": words, oninput: changed });
  const shown = (value) => (condition.metric === "negative_share" && value != null ? Math.round(value * 1_000) / 10 : value);
  const metric = select(METRICS.map((one) => [one, t(`al.metric.${wordOf(one)}`)]), condition.metric, { "aria-label": t("al.when.metric"), onchange: () => (fit(), changed()) });
  const least = number(shown(condition.atLeast), t("al.when.atLeast"));
  const unit = h("span", { class: "muted small" });
  const times = number(condition.timesUsual, t("al.when.timesUsual"));
  const usual = h("span", { class: "row" }, h("span", { class: "muted small" }, t("al.when.and")), times, h("span", { class: "muted small" }, t("al.when.times")));
  const over = select(windows.map((one) => [one, windowWord(one)]), same, { "aria-label": t("al.when.window"), onchange: changed });

  function fit() {
    unit.textContent = t(`al.unitOf.${wordOf(metric.value)}`);
    usual.hidden = !USUAL.includes(metric.value);
  }
  fit();
  const value = () => {
    const said = least.value === "" ? null : Number(least.value);
    return {
      metric: metric.value,
      ...(said === null ? {} : { atLeast: metric.value === "negative_share" ? said / 100 : said }),
      ...(USUAL.includes(metric.value) && times.value !== "" ? { timesUsual: Number(times.value) } : {}),
      window: over.value,
    };
  };
  return { element: h("div", { class: "row wrap condition" }, metric, h("span", { class: "row" }, h("span", { class: "muted small" }, t("al.when.reaches")), least, unit), usual, h("span", { class: "row" }, h("span", { class: "muted small" }, t("al.when.over")), over)), value };
}
