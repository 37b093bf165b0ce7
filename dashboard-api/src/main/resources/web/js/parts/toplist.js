// The most frequent values of a dimension, as bars: the word narrows the page, the number opens its mentions.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app } from "../core/app.js";
import { number, percent } from "../core/format.js";
import { t } from "../core/i18n.js";
import { address, parameters, toggled } from "../core/view.js";
import { count } from "./number.js";
import { loadShare } from "./share.js";
import { emptyBox, panel } from "./panel.js";
import { valueLabel } from "./values.js";

/** The filter that a dimension of /metrics/top narrows. */
export const FILTER_OF = { source: "source", source_kind: "source", author: "author", language: "lang", type: "type", hashtag: "hashtag", link: "link", domain: "domain", tone: "tone", brand: "brand", kind: "kind", flag: "flag", aspect: "aspect", story: "story" };

/** @param only keeps values for which it holds */
export function toplist(by, { title, limit = 8, about = null, cls = "", only = null } = {}) {
  return panel({
    title: title ?? t(`by.${by}`),
    about,
    cls: `toplist ${cls}`,
    skeleton: limit,
    load: (signal) => (by === "brand" ? brands(signal) : only ? some(by, limit, only, signal) : top(by, limit, signal)),
    draw: (data, body) => put(body, data.values.length ? rows(by, data) : emptyBox(t(`empty.${by}`))),
  });
}

/**
 * Counted under the other filters, not the dimension's own: a mention may have several hashtags, links or brands, and each
 * number must be what choosing that value alone would show.
 */
function top(by, limit, signal) {
  const query = parameters(app.view, app.span, { [FILTER_OF[by]]: [] });
  query.set("by", by);
  query.set("limit", limit);
  return get("metrics/top", query, signal);
}

/** A few of a dimension of few values. */
async function some(by, limit, only, signal) {
  const data = await top(by, 100, signal);
  const values = data.values.filter((v) => only(v.value));
  return { ...data, values: values.slice(0, limit), distinct: values.length };
}

/** The share of voice counts each brand under a filter of that brand alone, with the tone meant toward it. */
async function brands(signal) {
  const share = await loadShare(signal);
  const values = share.brands.filter((b) => b.count > 0).map((b) => ({ value: b.brand, count: b.count }));
  return { total: share.total, distinct: values.length, values: values.sort((a, b) => b.count - a.count) };
}

function rows(by, data) {
  const filter = FILTER_OF[by];
  const most = Math.max(1, ...data.values.map((v) => v.count));
  return h(
    "ol",
    { class: "bars" },
    data.values.map(({ value, count: n }) => {
      const on = app.view.filters[filter].includes(value);
      const label = valueLabel(filter, value);
      return h(
        "li",
        { class: on ? "on" : "" },
        h("span", { class: "bar-fill", "aria-hidden": "true", style: { width: `${(100 * n) / most}%` } }),
        h(
          "a",
          { class: "bar-label cut", href: address(toggled(app.view, filter, value)), title: t(on ? "filter.drop" : "filter.narrow", { name: label.full }), "aria-pressed": on ? "true" : null },
          label.nodes,
        ),
        count(n, { parts: { [filter]: [value] }, what: label.full }),
        h("span", { class: "num share faint", "aria-hidden": "true" }, data.total ? percent(n / data.total) : ""),
      );
    }),
    data.distinct > data.values.length && h("li", { class: "bars-rest faint xs" }, t("top.rest", { n: number(data.distinct - data.values.length) })),
  );
}
