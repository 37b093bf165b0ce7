// A query being written: read while one types, with what is wrong and where, what it may not mean, what it costs, how it is
// understood, and what it would find.

import { h, put, uid } from "../core/dom.js";
import { post } from "../core/api.js";
import { number } from "../core/format.js";
import { lang, t } from "../core/i18n.js";
import { clauseTree } from "./clauses.js";
import { icon } from "./icons.js";
import { previewQuery } from "./query-preview.js";

const READ_AFTER_MS = 250;
const PREVIEW_AFTER_MS = 700;
const TOOLS = [["brandwatch", "Brandwatch"], ["talkwalker", "Talkwalker"], ["meltwater", "Meltwater"], ["visibrain", "Visibrain"], ["x", "X"]];

/**
 * @param use "brand" or "search"; @param note a word about what the preview counts
 * @returns {element, value, focus, close}
 */
export function queryEditor({ query = "", use, label, required = true, note = null }) {
  const id = uid("query");
  const area = h("textarea", {
    id, class: "input wide query-area", rows: 4, spellcheck: "false", autocapitalize: "off", autocomplete: "off",
    "aria-describedby": `${id}-said`, value: query, oninput: () => changed(),
  });
  const said = h("div", { id: `${id}-said`, class: "query-said", role: "status" });
  const read = h("div", { class: "query-read" });
  const preview = h("div", { class: "query-preview" });
  let turn = 0;
  let timer = null;

  function changed() {
    clearTimeout(timer);
    timer = setTimeout(check, READ_AFTER_MS);
  }

  async function check() {
    const mine = ++turn;
    const text = area.value;
    if (!text.trim()) {
      put(said, required && h("p", { class: "muted small" }, t("editor.empty")));
      return void put(read), put(preview);
    }
    try {
      const answer = await post("query/validate", { query: text, use });
      if (mine !== turn) return;
      area.setAttribute("aria-invalid", String(!answer.valid));
      if (!answer.valid) return void (put(said, wrong(answer.error)), put(read), put(preview));
      put(said, right(answer));
      put(read, understood(answer, text));
      timer = setTimeout(() => mine === turn && previewQuery(text, preview, () => mine === turn), PREVIEW_AFTER_MS);
    } catch (error) {
      if (mine === turn) put(said, h("p", { class: "field-fault" }, error.detail ?? String(error)));
    }
  }

  function show(position) {
    area.focus();
    area.setSelectionRange(position, Math.min(position + 1, area.value.length));
  }

  const at = (position, words) => h("button", { type: "button", class: "quiet small", onclick: () => show(position) }, words);

  function wrong(error) {
    return h("p", { class: "query-wrong" }, h("strong", {}, t("editor.invalid")), " ", error.message[lang()], " ", at(error.position, t("editor.show")));
  }

  function right(answer) {
    return [
      h("p", { class: "query-right small" }, icon("check"), h("strong", {}, t("editor.valid")), " · ", t(`cost.${answer.cost.level}`), " ", h("span", { class: "faint" }, t("cost.points", { n: number(answer.cost.points) }))),
      answer.warnings.length > 0 && h("ul", { class: "query-warnings small" }, answer.warnings.map((one) => h("li", {}, one.message[lang()], " ", at(one.position, t("editor.show"))))),
    ];
  }

  function understood(answer, text) {
    const other = answer.query !== text.trim();
    return [
      other && h("p", { class: "small" }, t("editor.read"), " ", h("code", {}, answer.query), " ", h("button", { type: "button", class: "quiet small", onclick: () => set(answer.query) }, t("editor.use"))),
      h("details", {}, h("summary", { class: "small" }, t("editor.words")), clauseTree(answer.tree)),
    ];
  }

  function set(text) {
    area.value = text;
    check();
  }

  const lost = h("div", { role: "status" });
  const tool = h("select", { class: "select", "aria-label": t("translate.from") }, TOOLS.map(([value, name]) => h("option", { value }, name)));
  async function translate() {
    try {
      const answer = await post("query/translate", { from: tool.value, query: area.value });
      if (answer.query) set(answer.query);
      put(lost, listed("translate.lost", answer.lost), listed("translate.notes", answer.notes), !answer.lost.length && !answer.notes.length && h("p", { class: "small muted" }, t("translate.all")));
    } catch (error) {
      put(lost, h("p", { class: "field-fault" }, error.detail ?? String(error)));
    }
  }
  const listed = (key, lines) => lines.length > 0 && h("div", { class: "small" }, h("p", {}, h("strong", {}, t(key))), h("ul", { class: "query-warnings" }, lines.map((line) => h("li", {}, line))));

  const element = h(
    "div",
    { class: "query-editor stack-s" },
    h("label", { class: "field", for: id }, label),
    area, said, read,
    h("details", { class: "translate" }, h("summary", { class: "small" }, t("translate.title")), h("p", { class: "row wrap" }, tool, h("button", { type: "button", class: "button", onclick: translate }, t("translate.go"))), lost),
    h("section", { "aria-label": t("preview.title") }, h("h3", {}, t("preview.title")), note && h("p", { class: "faint xs" }, note), preview),
  );
  check();
  return { element, value: () => area.value.trim(), focus: () => area.focus(), close: () => (clearTimeout(timer), turn++) };
}
