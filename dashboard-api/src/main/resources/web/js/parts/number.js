// A count is a link that opens exactly the mentions that it counts, and says what it counts.

import { h } from "../core/dom.js";
import { number } from "../core/format.js";
import { tn } from "../core/i18n.js";
import { app } from "../core/app.js";
import { mentionsAddress } from "../core/view.js";

/**
 * @param n mentions
 * @param parts filters in place of the view's own
 * @param window {from, to} in place of the period, in ms
 * @param text what to show in place of the number
 */
export function count(n, { parts = {}, window = null, text = null, cls = "", what = null } = {}) {
  if (n === 0) return h("span", { class: `num count ${cls}`, data: { mentions: 0 } }, text ?? "0");
  const said = tn("mentions.open", n, { n: number(n) });
  return h(
    "a",
    {
      class: `num count ${cls}`,
      href: mentionsAddress(app.view, app.span, parts, window),
      title: said,
      "aria-label": what ? `${what} : ${said}` : said,
      data: { mentions: n },
    },
    text ?? number(n),
  );
}
