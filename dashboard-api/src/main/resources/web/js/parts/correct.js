// The people's say: the tone of the whole, the tone toward a brand or the kinds of a mention, put right in one click, shown
// with who did it, and taken back; and what words mean for one brand.

import { h, put } from "../core/dom.js";
import { forget, get, remove, store as keep } from "../core/api.js";
import { brandName } from "../core/app.js";
import { t } from "../core/i18n.js";
import { TONES, SIGNS } from "./tone.js";
import { KINDS_OF_REMARK, valueLabel } from "./values.js";

const SAID = TONES.filter((tone) => tone !== "unknown");

/** @param changed called with the mention as people say it is, to be shown at once */
export function corrections(mention, changed) {
  const body = h("div", { class: "stack-s" });
  const note = h("p", { class: "small muted", role: "status" });
  const path = `corrections/${encodeURIComponent(mention.id)}`;
  let said = null;

  async function load() {
    try {
      const all = (await get("corrections")).corrections;
      said = all.find((one) => one.id === mention.id) ?? null;
      draw();
    } catch (error) {
      put(note, error.message);
    }
  }

  async function say(parts) {
    const { tone, toward, kinds } = said ?? {};
    await act(async () => {
      said = await keep(path, { tone, toward, kinds, version: said?.version, ...parts });
      changed(corrected(mention, said));
      put(note, t("correct.done"));
    });
  }

  async function act(task) {
    put(note, "…");
    try {
      await task();
      forget();
      draw();
    } catch (error) {
      put(note, error.message);
    }
  }

  const back = () => act(async () => {
    await remove(path);
    said = null;
    changed(mention);
    put(note, t("correct.undone"));
  });

  function draw() {
    const matches = mention.analysis?.matches ?? [];
    put(
      body,
      row(t("tone.whole"), SAID.map((tone) => choice(tone, (said?.tone ?? mention.analysis?.tone?.label) === tone, () => say({ tone })))),
      matches.map((match) => row(t("tone.toward", { name: brandName(match.brand) }), SAID.map((tone) => choice(tone, (said?.toward?.[match.brand] ?? match.tone?.label) === tone, () => say({ toward: { ...said?.toward, [match.brand]: tone } }))))),
      row(t("filter.kind"), kindChoices()),
      said && h("p", { class: "row wrap small" }, h("span", { class: "muted" }, t("correct.by", { name: said.changedBy })), h("button", { type: "button", class: "button", onclick: back }, t("correct.back"))),
      matches.length > 0 && wordRule(matches),
    );
  }

  function kindChoices() {
    const now = said?.kinds ?? (mention.analysis?.kinds ?? []).map((kind) => kind.name);
    return KINDS_OF_REMARK.map((kind) => h("button", { type: "button", class: "segment", "aria-pressed": String(now.includes(kind)), onclick: () => say({ kinds: now.includes(kind) ? now.filter((k) => k !== kind) : [...now, kind] }) }, valueLabel("kind", kind).full));
  }

  function wordRule(matches) {
    const words = h("input", { type: "text", maxlength: 100, required: true, "aria-label": t("correct.words"), placeholder: t("correct.words") });
    const tone = h("select", { "aria-label": t("filter.tone") }, SAID.map((one) => h("option", { value: one, selected: one === "neutral" }, t(`tone.${one}`))));
    const brand = h("select", { "aria-label": t("filter.brand") }, matches.map((match) => h("option", { value: match.brand }, brandName(match.brand))));
    const send = (event) => {
      event.preventDefault();
      act(async () => {
        await keep(`word-rules/${slug(`${brand.value}-${words.value}`)}`, { brand: brand.value, words: words.value, tone: tone.value });
        put(note, t("correct.ruleDone", { words: words.value, name: brandName(brand.value) }));
      });
    };
    return h("details", {}, h("summary", { class: "small" }, t("correct.rule")), h("form", { class: "row wrap small", onsubmit: send }, brand, words, tone, h("button", { type: "submit", class: "button" }, t("correct.keep"))));
  }

  load();
  return h("section", { class: "why correct" }, h("h3", {}, t("correct.title")), body, note);
}

const slug = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 64).replace(/-+$/, "");

const row = (name, choices) => h("div", { class: "correct-row" }, h("span", { class: "small muted" }, name), h("div", { class: "segments inline wrap", role: "group", "aria-label": name }, choices));

const choice = (tone, on, onclick) => h("button", { type: "button", class: "segment", "aria-pressed": String(on), onclick }, h("span", { class: "tone-sign", "aria-hidden": "true" }, SIGNS[tone]), t(`tone.${tone}`));

/** The mention as it will be told once it was written again. */
function corrected(mention, said) {
  const score = { negative: -1, neutral: 0, positive: 1 };
  const tone = (label) => ({ label, score: score[label], confidence: 1, evidence: [{ field: "text", start: 0, end: mention.text.length, rule: "corrected", weight: score[label] }] });
  const analysis = mention.analysis ?? {};
  return {
    ...mention,
    analysis: {
      ...analysis,
      tone: said.tone ? tone(said.tone) : analysis.tone,
      matches: (analysis.matches ?? []).map((match) => (said.toward?.[match.brand] ? { ...match, tone: tone(said.toward[match.brand]) } : match)),
      kinds: said.kinds ? said.kinds.map((name) => ({ name, rule: "corrected", confidence: 1 })) : analysis.kinds,
    },
  };
}
