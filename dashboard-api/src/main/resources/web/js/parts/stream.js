// A stream of mentions: pages by cursor, new ones gathered behind a bar so that nothing jumps under the eyes.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app } from "../core/app.js";
import { number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { noFilters, address, change, isFiltered, parameters } from "../core/view.js";
import { mentionCard } from "./mention-card.js";
import { emptyBox, faultBox, panel } from "./panel.js";

const KEEP = 500;

/**
 * @param total called with the number of mentions under the filter
 * @param failed called when there is no such number: the filter cannot be read
 */
export function stream({ title = null, limit = 30, short = false, tools = null, cls = "", total = () => {}, failed = () => {} }) {
  const bar = h("button", { type: "button", class: "newbar", hidden: true, onclick: showWaiting });
  const said = h("p", { class: "aloud", role: "status" });
  const list = h("div", { class: "mentions", role: "feed", "aria-label": title ?? t("page.mentions") });
  const more = h("div", { class: "more" });
  let waiting = [];
  let known = new Set();

  const it = panel({
    title, tools, cls: `stream ${cls}`, skeleton: 10, main: true, failed,
    load: (signal) => get("mentions", query(), signal),
    draw: (page, body) => {
      waiting = [];
      known = new Set(page.mentions.map((m) => m.id));
      bar.hidden = true;
      total(page.total);
      if (!page.mentions.length) return void put(body, bar, said, nothing());
      put(list, page.mentions.map((m) => mentionCard(m, { short })));
      next(page.next);
      put(body, bar, said, list, more);
    },
  });

  function query(cursor = null) {
    const q = parameters(app.view, app.span);
    q.set("order", app.view.page === "mentions" ? app.view.order : "newest");
    q.set("limit", limit);
    if (cursor) q.set("cursor", cursor);
    return q;
  }

  function next(cursor) {
    put(more, cursor ? h("button", { type: "button", class: "button wide", onclick: () => older(cursor) }, t("stream.more")) : list.children.length > limit ? h("p", { class: "faint small" }, t("stream.end")) : null);
  }

  async function older(cursor) {
    more.setAttribute("aria-busy", "true");
    try {
      const page = await get("mentions", query(cursor));
      const cards = page.mentions.filter((m) => !known.has(m.id)).map((m) => (known.add(m.id), mentionCard(m, { short })));
      list.append(...cards);
      next(page.next);
      cards[0]?.focus({ preventScroll: true });
    } catch (error) {
      put(more, faultBox(error, () => older(cursor), true));
    }
    more.removeAttribute("aria-busy");
  }

  /** A new mention under the filter: counted behind the bar. */
  function arrive(mention) {
    if (known.has(mention.id)) return;
    known.add(mention.id);
    waiting.unshift(mention);
    if (waiting.length > KEEP) waiting.length = KEEP;
    bar.textContent = tn("stream.new", waiting.length, { n: number(waiting.length) });
    bar.hidden = false;
    said.textContent = waiting.length % 10 === 1 ? bar.textContent : said.textContent;
  }

  function showWaiting() {
    if (!list.isConnected || waiting.length > limit * 3) return void it.refresh();
    const cards = waiting.map((m) => mentionCard(m, { short, fresh: true }));
    waiting = [];
    bar.hidden = true;
    list.prepend(...cards);
    while (list.children.length > KEEP) list.lastElementChild.remove();
    cards[0]?.focus({ preventScroll: true });
  }

  return { ...it, arrive, list };
}

function nothing() {
  const { view } = app;
  return emptyBox(
    t(isFiltered(view) ? "empty.filtered" : "empty.period"),
    isFiltered(view) && h("a", { class: "button", href: address(noFilters(view)) }, t("filter.clear")),
    view.period.preset !== "all" && h("a", { class: "button", href: address(change(view, { period: { preset: "all" } })) }, t("empty.widen")),
  );
}
