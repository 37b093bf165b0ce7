// Tables of links: who links, what is linked to, what is new and what is lost. Each number of mentions opens them.

import { h, outLink, put } from "../core/dom.js";
import { app } from "../core/app.js";
import { ago, compact, exact, number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, change } from "../core/view.js";
import { count } from "./number.js";
import { emptyBox } from "./panel.js";

/** The filter that has exactly the mentions of the total; null when none can say it. */
export function opening({ opens, scope }) {
  if (scope === "all" || (!opens.domain.length && !opens.link.length)) return null;
  return { ...(opens.domain.length ? { domain: opens.domain } : {}), ...(opens.link.length ? { link: opens.link } : {}) };
}

/** A number of mentions: a link where a filter can say which. */
export function linkCount(n, parts, cls = "", what = null) {
  return parts ? count(n, { parts, cls, what }) : h("span", { class: `num ${cls}`, data: { mentions: n } }, number(n));
}

/** What was asked and, of it, one site. */
function withSite(host) {
  const { q } = app.view.filters;
  return q ? `(${q}) AND site:"${host}"` : `site:"${host}"`;
}

/** Backlinks of a list: the export has the others. */
const LISTED = 15;

const HEADS = ["mentions", "backlinks", "new", "lost", "reach", "visits", "first", "last"];

export function domainTable(data, body) {
  if (!data.domains.length) return void put(body, emptyBox(t(data.scope === "sites" ? "links.emptySites" : "links.emptyAll")));
  const base = opening(data);
  const row = (it) => {
    const parts = base && (it.domain ? { ...base, q: withSite(it.domain) } : { ...base, source: [it.source] });
    const name = it.domain ?? sourceName(it.source);
    return [
      [h("span", { class: "break" }, it.domain && it.domain.includes(".") ? outLink(`https://${it.domain}/`, {}, name) : name), it.own && h("span", { class: "tag" }, t("links.own")), it.source && h("span", { class: "tag" }, t("filter.source"))],
      linkCount(it.mentions, parts, "", name),
      ...sums(it, it.backlinks),
    ];
  };
  put(body, table("links.domain", HEADS, data.domains.map(row)), rest(data.domains, data.domainsOf));
}

export function pageTable(data, body) {
  if (!data.pages.length) return void put(body, emptyBox(t(data.scope === "sites" ? "links.emptySites" : "links.emptyAll")));
  const brand = data.scope === "all" ? { brand: [data.brand] } : {};
  const row = (it) => [
    outLink(it.url, { class: "break" }, short(it.url)),
    linkCount(it.mentions, it.written.length ? { ...brand, link: it.written } : null, "", it.url),
    ...sums(it, it.domains),
  ];
  put(body, table("links.page", HEADS.map((head) => (head === "backlinks" ? "domains" : head)), data.pages.map(row)), rest(data.pages, data.pagesOf));
}

function sums(it, second) {
  return [number(second), it.newBacklinks ? `+${number(it.newBacklinks)}` : "0", number(it.lostBacklinks), h("span", { title: t("story.reachKnown", { n: number(it.reachKnown), of: number(it.authors) }) }, compact(it.reach)), number(it.visits), when(it.firstSeen), when(it.lastSeen)];
}

export function backlinkList(name, data, body) {
  const rows = data[name].slice(0, LISTED);
  if (!rows.length) return void put(body, emptyBox(t(app.span.from === null && name === "fresh" ? "links.freshAll" : `links.empty.${name}`)));
  const row = (it) => h(
    "li",
    {},
    h("p", { class: "row wrap" }, h("span", { class: `tag ${name === "lost" ? "tone-negative" : ""}` }, t(`links.${name}One`)), when(name === "lost" ? it.lostAt : it.firstSeen), h("a", { class: "quiet small", href: address(change(app.view, { mention: it.mention })) }, t("links.mention"))),
    h("p", { class: "break" }, it.from ? outLink(it.from, {}, short(it.from)) : sourceName(it.by), h("span", { class: "faint", "aria-label": t("links.to") }, " → "), outLink(it.to, {}, short(it.to))),
  );
  put(body, h("ul", { class: "backlinks small" }, rows.map(row)), rest(rows, data[`${name}Of`]));
}

/** A source's name, without its kind. */
const sourceName = (source) => source.slice(source.indexOf(":") + 1);

/** An address without what every address has. */
const short = (url) => url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");

const when = (time) => (time ? h("time", { datetime: time, title: exact(Date.parse(time), app.zone), class: "nowrap" }, ago(Date.parse(time), app.zone, app.now)) : "–");

const rest = (rows, of) => of > rows.length && h("p", { class: "faint xs panel-note" }, tn("links.rest", of - rows.length, { n: number(of - rows.length) }));

function table(first, heads, rows) {
  return h(
    "div",
    { class: "scroll-x", tabindex: "0", role: "group", "aria-label": t(first) },
    h(
      "table",
      { class: "data small" },
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t(first)), heads.map((head) => h("th", { scope: "col", class: "num" }, t(`links.head.${head}`))))),
      h("tbody", {}, rows.map(([name, ...cells]) => h("tr", {}, h("th", { scope: "row" }, name), cells.map((cell) => h("td", { class: "num" }, cell))))),
    ),
  );
}
