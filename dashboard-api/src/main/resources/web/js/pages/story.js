// Histoire: one event, from its first mention on: how large, how fast, who carried it, how its words changed, how far.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app, brandName } from "../core/app.js";
import { compact, day, duration, exact, hourOf, moment, number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, change, noFilters } from "../core/view.js";
import { charts } from "../charts/engine.js";
import { storyChart } from "../charts/story.js";
import { info } from "../parts/info.js";
import { mentionCard } from "../parts/mention-card.js";
import { emptyBox, panel } from "../parts/panel.js";
import { rumourPanel } from "../parts/rumour.js";
import { speedLine, storyCount, storyName } from "../parts/story-words.js";
import { toneBar } from "../parts/tone.js";
import { valueLabel } from "../parts/values.js";

const PARTS = [
  ["growth", "forecast", "chart-panel"], ["milestones", null, ""], ["spread", null, "toplist"], ["amplifiers", "reach", ""],
  ["variants", null, ""], ["voices", null, ""], ["signals", null, ""],
];

export function mount(root) {
  const id = app.view.story;
  const head = h("header", { class: "page-head" }, h("h1", {}, t("page.story")));
  const chart = storyChart();
  charts().catch(() => {});
  const load = async (signal) => {
    try {
      return await get(`stories/${encodeURIComponent(id)}`, null, signal);
    } catch (error) {
      // Said once, not in each part; nothing is offered to do with what is not there.
      if (error.status === 404) put(root, head, emptyBox(t("story.unknown", { id }), h("a", { class: "button", href: address({ ...noFilters(app.view), page: "stories" }) }, t("story.all"))));
      throw error;
    }
  };
  const draws = { growth: (story, body) => growth(story, body, chart), milestones, spread, amplifiers, variants, voices, signals };
  const figures = panel({ cls: "figures-panel story-figures", skeleton: 3, main: true, load, draw: (story, body) => (title(story, head), drawFigures(story, body)) });
  const panels = PARTS.map(([name, about, cls]) => panel({ title: t(`story.${name}`), about, cls, skeleton: 5, load, draw: draws[name] }));
  const [over, marks, sources, carried, words, said, signs] = panels.map((p) => p.element);
  const rumour = rumourPanel(id, () => figures.refresh());
  put(root, head, figures.element, h("div", { class: "split story-split" }, h("div", { class: "stack" }, over, rumour.element, words, said), h("div", { class: "stack" }, marks, sources, carried, signs)));
  const parts = [figures, rumour, ...panels];
  return { update: () => parts.forEach((part) => part.refresh()), arrive() {}, close: () => (parts.forEach((part) => part.close()), chart.close()) };
}

function title(story, head) {
  const { first } = story;
  const at = Date.parse(first.publishedAt);
  const brands = (first.analysis?.matches ?? []).map((m) => brandName(m.brand));
  put(
    head,
    h("h1", { class: "story-title" }, storyName(first), story.rumour && [" ", h("strong", { class: "tone-negative rumour-badge" }, t("rumour.badge"))]),
    h("p", { class: "muted small" }, t("story.first"), " ", h("a", { href: address(change(app.view, { mention: first.id })) }, first.author?.name ?? first.author?.handle ?? first.source.name), ` · ${first.source.name} · `, h("time", { datetime: first.publishedAt, title: exact(at, app.zone) }, moment(at, app.zone)), brands.length > 0 && ` · ${[...new Set(brands)].join(", ")}`),
  );
}

function drawFigures(story, body) {
  const { size, speed, tree } = story;
  const cell = (metric, value, ...notes) => h("div", { class: "figure" }, h("h2", { class: "figure-name" }, t(`metric.${metric}`), info(metric)), h("div", { class: "figure-value" }, value), h("div", { class: "figure-note small muted" }, notes.filter(Boolean).map((note) => h("p", {}, note))));
  put(
    body,
    h(
      "div",
      { class: "figures" },
      cell("copies", storyCount(size.mentions, story.id, { cls: "big" }), tn("story.texts", size.texts, { n: number(size.texts) }), tn("story.sources", size.sources, { n: number(size.sources) }), tn("story.authors", size.authors, { n: number(size.authors) })),
      cell("speed", speedLine(speed.perHour, speed.accelerationPerHour), speed.doublingSeconds !== null && t("story.doubled", { time: duration(1000 * speed.doublingSeconds) }), t("story.window", { time: duration(1000 * speed.windowSeconds) })),
      cell("reach", h("span", { class: "num big" }, compact(size.reach)), t("story.reachKnown", { n: number(size.reachKnown), of: number(size.authors) })),
      cell("forecast", forecastFigure(story.forecast), story.forecast && !story.forecast.supercritical && t("story.between", { low: number(story.forecast.low), high: number(story.forecast.high) })),
      cell("virality", h("span", { class: "num big" }, number(tree.virality, 1)), t("story.shape", { depth: number(tree.depth), breadth: number(tree.breadth) }), origins(tree.origins)),
    ),
    h("div", { class: "story-tones" }, toneBar(story.tones, { parts: { story: [story.id] } })),
  );
}

function forecastFigure(forecast) {
  if (!forecast) return h("span", { class: "muted" }, t("story.tooFew"));
  if (forecast.supercritical) return h("strong", { class: "tone-negative" }, t("story.none"));
  return h("span", { class: "num big" }, number(forecast.expected));
}

function origins(counts) {
  const known = counts.source;
  const inferred = counts.link + counts.name + counts.copy;
  return t("story.origins", { known: number(known), inferred: number(inferred), event: number(counts.event) });
}

function growth(story, body, chart) {
  if (!chart.element.isConnected) put(body, chart.element);
  chart.draw(story);
}

function milestones(story, body) {
  const { milestones: reached, first } = story;
  const begun = Date.parse(first.publishedAt);
  const after = (seconds) => h("span", { title: moment(begun + 1000 * seconds, app.zone) }, t("story.after", { time: duration(1000 * seconds) }));
  const line = (words, value) => [h("dt", {}, words), h("dd", {}, value)];
  put(
    body,
    h(
      "dl",
      { class: "facts small" },
      line(t("story.first"), `${hourOf(begun, app.zone)}, ${day(begun, app.zone)}`),
      reached.halfSeconds !== null && line(t("story.half"), after(reached.halfSeconds)),
      line(t("story.press"), reached.pressSeconds === null ? t("story.noPress") : h("a", { href: address(change(app.view, { mention: reached.press })) }, after(reached.pressSeconds))),
      reached.sources.map((each) => line(t("story.nSources", { n: number(each.sources) }), after(each.seconds))),
    ),
  );
}

function spread(story, body) {
  const most = Math.max(1, ...story.sources.map((s) => s.mentions));
  put(
    body,
    h("ol", { class: "bars" }, story.sources.map((s) => h(
      "li",
      {},
      h("span", { class: "bar-fill", "aria-hidden": "true", style: { width: `${(100 * s.mentions) / most}%` } }),
      h("span", { class: "bar-label cut", title: moment(Date.parse(s.since), app.zone) }, valueLabel("source", s.source).nodes),
      storyCount(s.mentions, story.id, { parts: { source: [s.source] } }),
      h("span", { class: "num share faint" }, hourOf(Date.parse(s.since), app.zone)),
    ))),
  );
}

function amplifiers(story, body) {
  if (!story.amplifiers.length) return void put(body, emptyBox(t("story.noAmplifiers")));
  put(
    body,
    h("ol", { class: "amplifiers small" }, story.amplifiers.map((a) => h(
      "li",
      {},
      h("a", { class: "cut", href: address(change(app.view, { mention: a.mention })) }, /\s/.test(a.author) ? a.author : `@${a.author}`),
      h("span", { class: "num", title: t("story.brought") }, compact(a.brought)),
      h("span", { class: "faint xs" }, a.relays > 0 ? tn("story.relays", a.relays, { n: number(a.relays) }) : "", a.inferred && a.relays > 0 ? ` (${t("story.inferred")})` : ""),
    ))),
    h("p", { class: "faint xs panel-note" }, t("story.broughtNote")),
  );
}

const TAGS = { same: "span", added: "ins", removed: "del" };

function variants(story, body) {
  if (!story.variants.length) return void put(body, emptyBox(t("story.noVariants")));
  put(
    body,
    h("ol", { class: "variants" }, story.variants.map((v) => h(
      "li",
      {},
      h("p", { class: "small muted" }, storyCountOfWording(v), " · ", h("a", { href: address(change(app.view, { mention: v.mention })) }, v.author ?? t("mention.noAuthor")), ` · ${moment(Date.parse(v.at), app.zone)}`, v.of !== v.mention && [" · ", h("a", { href: address(change(app.view, { mention: v.of })) }, t("story.comparedWith"))]),
      h("p", { class: "diff", dir: "auto" }, v.changes.flatMap((c) => [h(TAGS[c.kind], {}, shortened(c)), " "])),
    ))),
  );
}

const storyCountOfWording = (v) => h("strong", { class: "num" }, tn("story.copies", v.copies, { n: number(v.copies) }));

/** What stayed the same is only there to place what changed. */
function shortened({ kind, text }) {
  const words = text.split(" ");
  return kind !== "same" || words.length <= 24 ? text : `${words.slice(0, 12).join(" ")} […] ${words.slice(-10).join(" ")}`;
}

function signals(story, body) {
  if (!story.signals.length) return void put(body, emptyBox(t("story.noSignals")));
  put(
    body,
    h("ul", { class: "amplifiers small" }, story.signals.map((s) => h("li", {}, h("span", {}, t(`story.signal.${s.kind.replace("_", "")}`, { n: number(s.count), time: duration(1000 * s.seconds) }), s.ageKnown > 0 && h("span", { class: "faint xs" }, " ", t("story.young", { n: number(s.young), of: number(s.ageKnown) }))), h("span", { class: "xs" }, s.evidence.slice(0, 5).map((id, i) => [" ", h("a", { href: address(change(app.view, { mention: id })) }, String(i + 1))]))))),
    h("p", { class: "faint xs panel-note" }, t("story.signalsNote")),
  );
}

function voices(story, body) {
  const side = (tone, mentions) => h("div", {}, h("h3", { class: `tone-${tone}` }, t(`story.side.${tone}`)), mentions.length ? h("div", { class: "mentions" }, mentions.map((m) => mentionCard(m, { short: true }))) : h("p", { class: "muted small" }, t("story.side.none")));
  put(body, h("div", { class: "voices" }, side("negative", story.against), side("positive", story.inFavour)), h("p", { class: "faint xs panel-note" }, t("story.voicesNote")));
}
