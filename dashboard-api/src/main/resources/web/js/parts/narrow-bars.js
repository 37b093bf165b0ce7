// A strip of volume over a list: each bar narrows the period to itself.

import { h } from "../core/dom.js";
import { app } from "../core/app.js";
import { number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, change } from "../core/view.js";
import { barTime } from "./bar-time.js";
import { spark } from "./spark.js";

export function bandBars(data) {
  const label = t("narrow.label", { n: number(data.total) });
  if (data.bars.length < 2) return null;
  const hits = h("div", { class: "strip-hits", "aria-hidden": "true" }, data.bars.map((bar) => h("a", {
    href: address(change(app.view, { period: { from: bar.start, to: bar.end } })),
    tabindex: "-1",
    title: `${barTime(bar, data.bucket)} : ${tn("mentions.count", bar.count, { n: number(bar.count) })}`,
  })));
  return h(
    "div",
    { class: "strip" },
    h("div", { class: "strip-bars" }, spark(data.bars, data.bands, { height: 44, label, now: app.span.to ?? app.now }), hits),
    h("div", { class: "strip-ends xs faint" }, h("span", {}, barTime(data.bars[0], data.bucket)), h("span", {}, barTime(data.bars.at(-1), data.bucket))),
  );
}
