// Share of voice: the brands' mentions against their sum.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app } from "../core/app.js";
import { number, percent } from "../core/format.js";
import { t } from "../core/i18n.js";
import { address, change, parameters } from "../core/view.js";
import { count } from "./number.js";
import { emptyBox, panel } from "./panel.js";
import { FEW } from "./tone.js";

export function loadShare(signal) {
  return get("metrics/share-of-voice", parameters(app.view, app.span, { brand: [] }), signal);
}

export function sharePanel() {
  return panel({ title: t("metric.share"), about: "share", cls: "toplist", skeleton: 3, load: loadShare, draw });
}

function draw(data, body) {
  if (!data.total) return void put(body, emptyBox(t("empty.share")));
  const brands = [...data.brands].sort((a, b) => b.count - a.count);
  put(
    body,
    h("ol", { class: "bars" }, brands.map((b) => h(
      "li",
      { class: app.view.brand === b.brand ? "on" : "" },
      h("span", { class: `bar-fill${b.competitor ? " other" : ""}`, "aria-hidden": "true", style: { width: `${100 * b.share}%` } }),
      h("a", { class: "bar-label cut", href: address({ ...change(app.view, {}), page: "brand", brand: b.brand, filters: { ...app.view.filters, brand: [] } }) }, b.name),
      count(b.count, { parts: { brand: [b.brand] }, what: b.name }),
      h("span", { class: "num share" }, percent(b.share)),
    ))),
    h("p", { class: "faint xs panel-note" }, data.total < FEW ? t("few.note", { n: number(data.total) }) : t("share.of", { n: number(data.total) })),
  );
}
