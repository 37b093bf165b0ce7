// Mentions: the stream and the search, with what is in it at the side to narrow by.

import { h, put } from "../core/dom.js";
import { app, go } from "../core/app.js";
import { number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, change, ORDERS, parameters } from "../core/view.js";
import { volume } from "../core/volume.js";
import { icon } from "../parts/icons.js";
import { panel } from "../parts/panel.js";
import { NEW } from "../parts/workbench.js";
import { popover } from "../parts/popover.js";
import { bandBars } from "../parts/narrow-bars.js";
import { stream } from "../parts/stream.js";
import { toplist } from "../parts/toplist.js";

const FACETS = [["brand", 8], ["tone", 4], ["source", 8], ["author", 6], ["language", 5], ["type", 5], ["hashtag", 8], ["domain", 6]];

export function mount(root) {
  const title = h("h1", { class: "num" }, t("page.mentions"));
  const orders = h("select", { class: "select", "aria-label": t("order.label"), onchange: (e) => go(change(app.view, { order: e.target.value })) }, ORDERS.map((order) => h("option", { value: order }, t(`order.${order}`))));
  const exported = h("button", { type: "button", class: "button" }, icon("download"), t("export.title"));
  const surface = popover(exported, exportForms, { label: t("export.title") });
  const save = h("a", { class: "button" }, icon("searches"), t("search.save"));
  const bars = panel({ cls: "flat narrow", skeleton: 1, load: (signal) => volume({ signal }), draw: (data, body) => put(body, bandBars(data)) });
  const list = stream({ limit: 40, cls: "main-stream", total: (n) => (put(title, tn("mentions.count", n, { n: number(n) })), (title.dataset.total = n)), failed: () => (put(title, t("page.mentions")), delete title.dataset.total) });
  const facets = FACETS.map(([by, limit]) => toplist(by, { limit, cls: "facet" }));
  const toggle = h("button", { type: "button", class: "button facets-toggle", "aria-expanded": "false", onclick: () => toggle.setAttribute("aria-expanded", String(side.classList.toggle("open"))) }, icon("filter"), t("facets.title"));
  const side = h("div", { class: "facets", role: "group", "aria-label": t("facets.title") }, facets.map((f) => f.element));
  put(root, h("header", { class: "page-head row wrap" }, title, h("span", { class: "grow" }), toggle, orders, save, exported, surface), bars.element, h("div", { class: "split facet-split" }, list.element, side));

  return {
    update(why) {
      orders.value = app.view.order;
      save.href = address({ ...change(app.view, { page: "searches", edit: NEW }), brand: null });
      bars.refresh();
      facets.forEach((f) => f.refresh());
      if (why !== "live") list.refresh();
    },
    arrive: (mention) => app.view.order === "newest" && list.arrive(mention),
    close: () => [bars, list, ...facets].forEach((part) => part.close()),
  };
}

function exportForms(close) {
  const link = (format) => {
    const query = parameters(app.view, app.span);
    query.set("format", format);
    return h("a", { class: "menu-item", href: `/api/v1/export?${query}`, download: "", onclick: () => close() }, h("strong", {}, t(`export.${format}`)), h("span", { class: "faint small" }, t(`export.${format}.text`)));
  };
  return [link("csv"), link("jsonl"), h("p", { class: "faint xs menu-note" }, t("export.note"))];
}
