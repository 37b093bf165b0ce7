// One mention whole, beside the page: its text, why it is here, why it has this tone, where it leads.

import { h, outLink, put, safeUrl } from "../core/dom.js";
import { get } from "../core/api.js";
import { app, brandName, go } from "../core/app.js";
import { exact, languageName, number, percent, signed } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, change, noFilters, withFilters } from "../core/view.js";
import { contributionOf } from "./contributions.js";
import { corrections } from "./correct.js";
import { findingChips } from "./findings.js";
import { icon } from "./icons.js";
import { targetBrand, timeTag } from "./mention-card.js";
import { markedText, queryWords, toneOf } from "./mention-text.js";
import { bones, faultBox } from "./panel.js";
import { whyStory } from "./mention-story.js";
import { toneBadge } from "./tone.js";
import { kindName } from "./values.js";
import { whyQuery } from "./why-query.js";

const WHOLE = 20_000;

/** The drawer; show(id | null) opens and closes it. */
export function mentionPanel() {
  const body = h("div", { class: "drawer-body" });
  const close = h("a", { class: "icon-button", "aria-label": t("mention.close"), title: t("mention.close") }, icon("close"));
  const title = h("h2", { tabindex: "-1" }, t("mention.title"));
  const element = h("aside", { class: "drawer", role: "dialog", "aria-label": t("mention.title"), hidden: true }, h("header", { class: "drawer-head" }, title, h("span", { class: "grow" }), close), body);
  let shown = null;
  let back = null;

  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) leave();
  });
  const leave = () => go(change(app.view, { mention: null }));

  async function show(id) {
    close.href = address(change(app.view, { mention: null }));
    if (id === shown) return;
    shown = id;
    element.hidden = id === null;
    document.body.classList.toggle("with-drawer", id !== null);
    if (id === null) {
      if (back?.isConnected) back.focus();
      back = null;
      return;
    }
    back ??= document.activeElement;
    put(body, bones(8));
    title.focus({ preventScroll: true });
    try {
      const mention = await get(`mentions/${encodeURIComponent(id)}`);
      if (shown === id) draw(mention, body);
    } catch (error) {
      if (shown !== id) return;
      put(body, faultBox(error, () => ((shown = null), show(id)), false));
    }
  }
  return { element, show, leave };
}

function draw(mention, body, original = mention) {
  const brand = targetBrand() ?? mention.analysis?.matches?.[0]?.brand ?? null;
  const words = app.view.filters.q ? queryWords(app.view.filters.q) : [];
  const text = h("div", { class: "whole-text", lang: mention.analysis?.language ?? null, dir: "auto" });
  let weights = false;
  let limit = WHOLE;
  const write = () => put(
    text,
    mention.title && h("h3", { class: "whole-title" }, markedText(mention, "title", { brand, words, weights })),
    h("p", {}, markedText(mention, "text", { brand, words, weights, limit })),
    mention.text.length > limit && h("button", { type: "button", class: "button", onclick: () => ((limit = Infinity), write()) }, t("mention.all", { n: number(mention.text.length) })),
  );
  write();
  const onWeights = (event) => {
    weights = event.target.checked;
    write();
  };
  const found = findingChips(mention);
  put(
    body, author(mention), text, found.length > 0 && h("p", { class: "row wrap small" }, found), opens(mention),
    whyTone(mention, brand, onWeights), other(mention, brand),
    kept.get(original) ?? remember(original, corrections(original, (said) => draw(said, body, original))),
    whyBrand(mention), whyStory(mention), contributionOf(mention), facts(mention),
  );
  if (mention === original) body.scrollTop = 0;
}

/** The controls of a mention stay the same while what they change is drawn anew. */
const kept = new WeakMap();
function remember(mention, section) {
  kept.set(mention, section);
  return section;
}

/** The tone of the whole beside the one toward the brand: they may differ. */
function other(mention, brand) {
  const whole = mention.analysis?.tone;
  if (!brand || !whole) return null;
  return h("p", { class: "row wrap small" }, h("span", { class: "muted" }, t("tone.whole")), toneBadge(whole), h("span", { class: "muted" }, t("why.score", { score: signed(whole.score ?? 0, 2), confidence: percent(whole.confidence ?? 0) })));
}

function author(mention) {
  const { handle, name, followers } = mention.author ?? {};
  return h(
    "div",
    { class: "whole-who" },
    h("p", {}, h("strong", {}, name ?? (handle ? `@${handle}` : t("mention.noAuthor"))), handle && name && h("span", { class: "faint" }, ` @${handle}`)),
    h("p", { class: "small muted" }, mention.source.name === mention.source.kind ? kindName(mention.source.kind) : `${mention.source.name} (${kindName(mention.source.kind)})`, " · ", timeTag(Date.parse(mention.publishedAt)), followers != null && ` · ${t("mention.followersLong", { n: number(followers) })}`),
  );
}

function opens(mention) {
  const links = (mention.links ?? []).filter(safeUrl);
  return h(
    "div",
    { class: "row wrap" },
    mention.url && safeUrl(mention.url) && outLink(mention.url, { class: "button" }, icon("out"), t("mention.source")),
    mention.thread && h("span", { class: "faint xs" }, t("mention.thread")),
    links.length > 0 && h("ul", { class: "whole-links small" }, links.map((link) => h("li", { class: "cut" }, outLink(link, {}, link.replace(/^https?:\/\//, ""))))),
  );
}

function whyTone(mention, brand, onWeights) {
  const tone = toneOf(mention, brand);
  const evidence = tone?.evidence ?? [];
  const heaviest = Math.max(0.01, ...evidence.map((part) => Math.abs(part.weight)));
  return h(
    "section",
    { class: "why" },
    h("h3", {}, brand ? t("why.toneBrand", { name: brandName(brand) }) : t("why.tone")),
    h("p", { class: "row wrap small" }, toneBadge(tone), h("span", { class: "muted" }, t("why.score", { score: signed(tone?.score ?? 0, 2), confidence: percent(tone?.confidence ?? 0) }))),
    evidence.length
      ? [
          h("label", { class: "check small" }, h("input", { type: "checkbox", onchange: onWeights }), t("why.weights")),
          h("ul", { class: "evidence" }, evidence.map((part) => evidenceRow(mention, part, heaviest))),
          h("p", { class: "faint xs" }, t("why.formula"), " ", h("a", { href: "/qualite-du-ton" }, t("page.quality"))),
        ]
      : h("p", { class: "muted small" }, t(tone?.label === "unknown" ? "why.abstained" : "why.nothing")),
  );
}

const RULES = ["word", "idiom", "negation", "intensifier", "contrast", "emoji", "hashtag", "learned", "punctuation", "irony", "fact", "diminisher", "wish", "word rule", "corrected", "second opinion"];

function evidenceRow(mention, part, heaviest) {
  const rule = part.rule.replace(" ", "");
  const side = part.weight < 0 ? "negative" : "positive";
  return h(
    "li",
    {},
    h("q", { class: "cut" }, (mention[part.field] ?? "").slice(part.start, part.end)),
    h("span", { class: "faint xs" }, RULES.includes(part.rule) ? t(`rule.${rule}`) : part.rule),
    h("span", { class: "weightbar", "aria-hidden": "true" }, h("span", { class: `fill-${side}`, style: { width: `${(100 * Math.abs(part.weight)) / heaviest}%` } })),
    h("span", { class: `num tone-${side}` }, signed(part.weight, 2)),
  );
}

function whyBrand(mention) {
  const matches = mention.analysis?.matches ?? [];
  return h(
    "section",
    { class: "why" },
    h("h3", {}, t("why.brands")),
    matches.length
      ? h("ul", { class: "stack-s small" }, matches.map((match) => {
          const found = [...new Set(match.spans.map((span) => (mention[span.field] ?? "").slice(span.start, span.end)))];
          return h("li", {}, h("a", { href: `/marque/${encodeURIComponent(match.brand)}` }, brandName(match.brand)), found.length ? [" : ", found.slice(0, 6).map((word, i) => [i ? ", " : "", h("q", {}, word)])] : "");
        }))
      : h("p", { class: "muted small" }, t("why.noBrand")),
    whyQuery(mention),
  );
}

function facts(mention) {
  const rows = [
    ["fact.published", exact(Date.parse(mention.publishedAt), app.zone)],
    ["fact.collected", exact(Date.parse(mention.collectedAt), app.zone)],
    ["fact.language", languageName(mention.analysis?.language ?? mention.language ?? "und")],
    ["fact.type", t(`type.${mention.type ?? "post"}`)],
    ["fact.hashtags", tags(mention)],
    ["fact.engagement", engagement(mention)],
    ["fact.id", h("code", {}, mention.id)],
  ].filter(([, value]) => value);
  return h("section", { class: "why" }, h("h3", {}, t("why.facts")), h("dl", { class: "facts small" }, rows.map(([key, value]) => [h("dt", {}, t(key)), h("dd", {}, value)])));
}

function tags(mention) {
  const list = mention.hashtags ?? [];
  if (!list.length) return null;
  return list.map((tag, i) => [i ? " " : "", h("a", { href: address({ ...withFilters(noFilters(app.view), { hashtag: [tag.toLowerCase()] }), page: "mentions" }) }, `#${tag}`)]).flat();
}

function engagement(mention) {
  const { likes, comments, shares } = mention.engagement ?? {};
  const parts = [likes != null && tn("mention.likes", likes, { n: number(likes) }), comments != null && tn("mention.comments", comments, { n: number(comments) }), shares != null && tn("mention.shares", shares, { n: number(shares) })].filter(Boolean);
  return parts.join(" · ") || null;
}
