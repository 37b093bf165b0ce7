// Histoires: what mentions are about, the fastest first.

import { h, put } from "../core/dom.js";
import { get } from "../core/api.js";
import { app } from "../core/app.js";
import { ago, exact, number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { address, change, parameters } from "../core/view.js";
import { accuracyPanel } from "../parts/accuracy.js";
import { emptyBox, panel } from "../parts/panel.js";
import { speedLine, storyAddress, storyCount, storyName } from "../parts/story-words.js";
import { toneBar } from "../parts/tone.js";

export function mount(root) {
  const which = h("div", { class: "segments inline", role: "group", "aria-label": t("stories.which") });
  const list = panel({ title: t("stories.list"), about: "speed", cls: "stories-panel", tools: which, skeleton: 10, main: true, load, draw });
  const past = accuracyPanel();
  const choose = () => put(which, [false, true].map((rumours) => h("a", { class: "segment", href: address(change(app.view, { rumours })), "aria-current": app.view.rumours === rumours ? "true" : null }, t(rumours ? "stories.rumours" : "stories.all"))));
  put(root, h("header", { class: "page-head" }, h("h1", {}, t("page.stories")), h("p", { class: "lead" }, t("stories.lead"))), list.element, past.element);
  return { update: () => (choose(), list.refresh(), past.refresh()), arrive() {}, close: () => (list.close(), past.close()) };
}

function load(signal) {
  const query = parameters(app.view, app.span);
  query.set("limit", 40);
  if (app.view.rumours) query.set("rumours", "only");
  return get("stories", query, signal);
}

function draw({ stories }, body) {
  if (!stories.length) return void put(body, emptyBox(t(app.view.rumours ? "empty.rumours" : "empty.stories")));
  put(body, h("ol", { class: "stories" }, stories.map(row)));
}

function row(story) {
  const { first } = story;
  const at = Date.parse(first.publishedAt);
  const author = first.author?.name ?? first.author?.handle;
  return h(
    "li",
    { class: "story", data: { id: story.id } },
    h(
      "div",
      { class: "story-what" },
      h("h3", {}, h("a", { href: storyAddress(story.id) }, storyName(first)), story.rumour && [" ", h("strong", { class: "tone-negative rumour-badge" }, t("rumour.badge"))]),
      h("p", { class: "small muted" }, t("story.begun"), " ", h("time", { datetime: first.publishedAt, title: exact(at, app.zone) }, ago(at, app.zone, app.now)), author && ` · ${author}`, ` · ${first.source.name}`),
    ),
    h("p", { class: "story-pace" }, speedLine(story.speedPerHour, story.accelerationPerHour)),
    h(
      "p",
      { class: "story-size small muted" },
      storyCount(story.mentions, story.id, { keep: true, cls: "strong" }), " ", tn("mentions.unit", story.mentions), " · ",
      tn("story.texts", story.texts, { n: number(story.texts) }), " · ", tn("story.sources", story.sources, { n: number(story.sources) }),
    ),
    h("div", { class: "story-tone" }, toneBar(story.tones, { parts: { story: [story.id] }, legend: false })),
  );
}
