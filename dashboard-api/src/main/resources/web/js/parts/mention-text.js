// A mention's text with its marks: where the brand was found, the words that made the tone, the words searched for.
// The text is cut at the marks' ends and every piece is a text node.

import { h } from "../core/dom.js";
import { signed } from "../core/format.js";
import { t } from "../core/i18n.js";

const fold = (text) => [...text].map((c) => c.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().slice(0, c.length).padEnd(c.length, "\u0000")).join("");

/** The words of a query that a reader would look for: no operators, fields or what is excluded. */
export function queryWords(q) {
  const bare = q.replace(/(?:\bNOT\s+|\bSAUF\s+|(?<!\w)-)("[^"]*"|\([^)]*\)|\S+)/g, " ");
  const words = [];
  for (const [, phrase, word] of bare.matchAll(/"([^"]+)"|([^\s()"]+)/g)) {
    if (phrase) words.push(phrase);
    else if (!/^(AND|OR|ET|OU|NOT|SAUF)$/.test(word) && !/^\w+:/.test(word) && !/^(NEAR|PROCHE)/.test(word)) words.push(word.replace(/[*?~^]+.*$/, ""));
  }
  return words.map(fold).filter((word) => word.length > 1);
}

function searched(text, words) {
  if (!words?.length) return [];
  const plain = fold(text);
  const spans = [];
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      if (!/[\p{L}\p{N}]/u.test(plain[at - 1] ?? " ")) spans.push({ start: at, end: at + word.length, kind: "searched" });
    }
  }
  return spans;
}

/** Of the words that made the tone, those of at least this part of the heaviest one's weight are said to be strong. */
const STRONG = 0.5;

/** All marks of a field: {start, end, kind, weight?, rule?}; `strongest` leaves out words that weigh little or the other way. */
function spansOf(mention, field, text, { brand, words, strongest }) {
  const analysis = mention.analysis ?? {};
  const matches = analysis.matches ?? [];
  const spans = searched(text, words);
  for (const match of matches) {
    for (const span of match.spans ?? []) if (span.field === field) spans.push({ ...span, kind: "match" });
  }
  const tone = toneOf(mention, brand);
  const heaviest = Math.max(0, ...(tone?.evidence ?? []).map((part) => Math.abs(part.weight)));
  for (const part of tone?.evidence ?? []) {
    if (part.field !== field || part.rule === "corrected") continue;
    const slight = Math.abs(part.weight) < STRONG * heaviest || !/\p{L}|\p{Emoji_Presentation}/u.test(text.slice(part.start, part.end));
    if (strongest && (slight || (part.weight < 0 ? "negative" : "positive") !== tone.label)) continue;
    spans.push({ ...part, kind: part.weight < 0 ? "against" : "toward", slight });
  }
  return spans.filter((span) => span.start >= 0 && span.end > span.start && span.start < text.length);
}

/** The tone toward one brand, else of the whole mention. */
export function toneOf(mention, brand) {
  const analysis = mention.analysis ?? {};
  return (brand && analysis.matches?.find((match) => match.brand === brand)?.tone) || analysis.tone;
}

/** The nodes of a field, at most `limit` UTF-16 units of it. */
export function markedText(mention, field, { brand = null, words = [], limit = Infinity, weights = false, strongest = false } = {}) {
  const whole = mention[field] ?? "";
  const text = whole.length > limit ? cutAt(whole, limit) : whole;
  const spans = spansOf(mention, field, text, { brand, words, strongest });
  const ends = [...new Set([0, text.length, ...spans.flatMap((s) => [s.start, Math.min(s.end, text.length)])])].sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < ends.length; i++) {
    const [start, end] = [ends[i], ends[i + 1]];
    const on = spans.filter((s) => s.start < end && s.end > start);
    nodes.push(on.length ? piece(text.slice(start, end), on, end, weights) : text.slice(start, end));
  }
  if (text.length < whole.length) nodes.push("\u2026");
  return nodes;
}

function piece(text, on, end, weights) {
  const kinds = new Set(on.map((span) => span.kind));
  const tone = on.find((span) => span.kind === "against" || span.kind === "toward");
  const title = [
    kinds.has("match") && t("mark.match"),
    kinds.has("searched") && t("mark.searched"),
    tone && t("mark.tone", { weight: signed(tone.weight, 2) }),
  ].filter(Boolean).join(" · ");
  return h(
    kinds.has("match") || kinds.has("searched") ? "mark" : "span",
    { class: [...[...kinds].map((kind) => `m-${kind}`), tone?.slight ? "m-slight" : ""].join(" ").trim(), title },
    text,
    weights && tone && tone.end === end && h("sup", { class: "weight num" }, signed(tone.weight, 2)),
  );
}

/** Never in the middle of a character of two units. */
function cutAt(text, limit) {
  const code = text.charCodeAt(limit - 1);
  return text.slice(0, code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit);
}
