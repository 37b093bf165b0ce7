// One mention in a list: who, where, when, the text with its marks, the tone, what was done with it.

import { h, outLink } from "../core/dom.js";
import { app, brandName } from "../core/app.js";
import { ago, compact, exact } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, change, effective, noFilters, toggled } from "../core/view.js";
import { findingChips } from "./findings.js";
import { icon } from "./icons.js";
import { markedText, queryWords, toneOf } from "./mention-text.js";
import { toneBadge } from "./tone.js";
import { kindName } from "./values.js";

const SHOWN = 420;

/** The brand whose tone is meant: the only one of the filter. */
export function targetBrand() {
  const { brand } = effective(app.view);
  return brand.length === 1 ? brand[0] : null;
}

export function mentionCard(mention, { short = false, fresh = false } = {}) {
  const brand = targetBrand();
  const words = app.view.filters.q ? queryWords(app.view.filters.q) : [];
  const tone = toneOf(mention, brand);
  const open = address(change(app.view, { mention: mention.id }));
  return h(
    "article",
    { class: `mention edge-${tone?.label ?? "unknown"}${fresh ? " fresh" : ""}`, tabindex: "-1", data: { id: mention.id } },
    h("header", { class: "mention-head" }, who(mention), h("span", { class: "mention-where cut" }, where(mention)), h("span", { class: "grow" }), when(mention, open)),
    mention.title && h("h3", { class: "mention-title" }, h("a", { href: open }, markedText(mention, "title", { brand, words, limit: 200, strongest: true }))),
    h("p", { class: "mention-text", lang: mention.analysis?.language ?? null, dir: "auto" }, markedText(mention, "text", { brand, words, limit: short ? 220 : SHOWN, strongest: true })),
    h("footer", { class: "mention-foot" }, toneBadge(tone), whose(brand), brandsOf(mention, brand), findingChips(mention), reach(mention), h("a", { class: "quiet", href: open }, t("mention.why")), mention.url && source(mention)),
  );
}

/** Which tone it is: that of the whole, or that toward the one brand in view. */
export const whose = (brand) => h("span", { class: "faint whose" }, brand ? t("tone.toward", { name: brandName(brand) }) : t("tone.whole"));

function source(mention) {
  return outLink(mention.url, { class: "quiet icon-link", title: t("mention.source") }, icon("out"), h("span", { class: "aloud" }, t("mention.source")));
}

function who(mention) {
  const author = mention.author ?? {};
  const key = author.handle ?? author.name;
  if (!key) return h("span", { class: "mention-who faint" }, t("mention.noAuthor"));
  return h(
    "a",
    { class: "mention-who cut", href: address(toggled(app.view, "author", key)), title: t("filter.narrow", { name: author.handle ? `@${author.handle}` : key }) },
    author.name ?? `@${author.handle}`,
  );
}

function where(mention) {
  const { kind, name } = mention.source;
  const key = `${kind}:${name}`;
  const own = [kind, mention.author?.name?.toLowerCase(), mention.author?.handle?.toLowerCase()].includes(name.toLowerCase());
  const words = own ? kindName(kind) : name;
  const type = mention.type && mention.type !== "post" ? ` · ${t(`type.${mention.type}`)}` : "";
  return [h("a", { href: address(toggled(app.view, "source", key)), title: t("filter.narrow", { name: words }) }, words), type];
}

export function when(mention, href) {
  const instant = Date.parse(mention.publishedAt);
  return h("a", { class: "quiet", href }, timeTag(instant));
}

/** A relative time that keeps itself true; the exact one on hover. */
export function timeTag(instant) {
  return h("time", { datetime: new Date(instant).toISOString(), title: exact(instant, app.zone), data: { ago: instant } }, ago(instant, app.zone));
}

function brandsOf(mention, target) {
  const others = (mention.analysis?.matches ?? []).map((match) => match.brand).filter((brand) => brand !== target);
  return others.map((brand) => h("a", { class: "tag", href: brandHref(brand) }, brandName(brand)));
}

/** Among mentions a brand narrows them; beside one brand, another's name leads to its own page. */
const brandHref = (brand) => (app.view.page === "brand" ? address({ ...noFilters(app.view), page: "brand", brand }) : address(toggled(app.view, "brand", brand)));

function reach(mention) {
  const { likes, comments, shares } = mention.engagement ?? {};
  const followers = mention.author?.followers;
  const parts = [
    followers ? tn("mention.followers", followers, { n: compact(followers) }) : null,
    likes ? tn("mention.likes", likes, { n: compact(likes) }) : null,
    comments ? tn("mention.comments", comments, { n: compact(comments) }) : null,
    shares ? tn("mention.shares", shares, { n: compact(shares) }) : null,
  ].filter(Boolean);
  return h("span", { class: "mention-reach faint", title: parts.length ? t("mention.reachNote") : null }, parts.join(" · "));
}

/** Keeps the relative times of a page true. */
export function refreshTimes(root = document) {
  for (const tag of root.querySelectorAll("time[data-ago]")) {
    const text = ago(Number(tag.dataset.ago), app.zone);
    if (tag.textContent !== text) tag.textContent = text;
  }
}
