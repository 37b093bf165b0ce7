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
  const query = parameters(app.view, app.span, { brand: [] });
  if (app.view.page === "brand" && app.view.unit !== "mentions") query.set("unit", app.view.unit);
  return get("metrics/share-of-voice", query, signal);
}

export function sharePanel() {
  return panel({ title: t("metric.share"), about: "share", cls: "toplist", skeleton: 3, load: loadShare, draw });
}

/** What the shares are shares of. */
export const ofAll = (data) => (data.unit === "mentions" ? t("share.of", { n: number(data.total) }) : t("share.ofUnit", { n: number(data.total), unit: t(`unit.${data.unit}`) }));

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
    h("p", { class: "faint xs panel-note" }, t(`unit.counts.${data.unit}`), " ", data.total < FEW ? t("few.note", { n: number(data.total) }) : ofAll(data)),
  );
}
