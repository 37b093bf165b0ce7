// Plans d’action: what to do when something of a kind happens, agreed on before it does; each in French, with its English.

import { h } from "../core/dom.js";
import { duration } from "../core/format.js";
import { lang, t, tn } from "../core/i18n.js";
import { number } from "../core/format.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { checks, durationInput, group, labelIn, labelOf, minutesOf, rows, select } from "../parts/form.js";
import { field, slug, workbench } from "../parts/workbench.js";
import { KINDS, kindWord } from "./rules.js";

const WORDS = { fresh: "al.playbooks.new", lead: "al.playbooks.lead", none: "al.playbooks.none", hint: "al.playbooks.hint" };

export const mount = (root) => workbench(root, { kind: "playbooks", words: WORDS, row, form, others: ["roles"], before: alertTabs() });

/** A plan's name in the language of the page. */
export const playbookName = (book) => (lang() === "en" && book.english?.name) || book.name;

function row(book, { roles }) {
  const who = [...new Set(book.steps.map((step) => step.role))].map((id) => labelIn(roles, id));
  return [
    lang() === "en" && book.english?.name && h("p", { class: "xs" }, book.english.name),
    h("p", { class: "row wrap xs" }, book.kinds.map((kind) => h("span", { class: "tag" }, kindWord(kind)))),
    h("p", { class: "xs muted" }, tn("al.playbooks.steps", book.steps.length, { n: number(book.steps.length) }), who.length > 0 && ` · ${who.join(", ")}`),
  ];
}

function form(book, { roles }) {
  const named = roles.map((role) => [role.id, labelOf(role)]);
  const name = h("input", { class: "input wide", value: book?.name ?? "", required: true, maxlength: 120, autocomplete: "off", lang: "fr" });
  const english = h("input", { class: "input wide", value: book?.english?.name ?? "", maxlength: 120, autocomplete: "off", lang: "en" });
  const kinds = checks([...new Set([...KINDS, ...(book?.kinds ?? [])])].map((one) => [one, kindWord(one)]), book?.kinds ?? []);
  const steps = rows(book?.steps ?? [], (step) => stepRow(step, named), { add: t("al.playbooks.addStep"), moved: true, name: "steps", fresh: () => ({ role: named[0]?.[0] ?? "communications", text: "", within: "PT30M", signOff: false }) });
  const french = messages(book?.messages, "fr");
  const inEnglish = messages(book?.english?.messages, "en");
  const body = () => {
    const others = inEnglish.value();
    const translated = english.value.trim() || (Object.keys(others).length ? name.value.trim() : "");
    return {
      name: name.value, kinds: kinds.value(), steps: steps.value(), messages: french.value(),
      ...(translated ? { english: { name: translated, messages: others } } : {}),
    };
  };
  return {
    fields: [
      book && reading(book, roles),
      h("details", { class: "part", open: !book }, h("summary", {}, t("al.playbooks.edit")), h("div", { class: "stack" },
        h("div", { class: "pair" }, field(t("al.playbooks.nameFr"), name, null, "name"), field(t("al.playbooks.nameEn"), english, null, "english.name")),
        group(t("al.playbooks.opens"), kinds.element, { hint: t("al.playbooks.opensHint"), name: "kinds" }),
        group(t("al.playbooks.todo"), steps.element, { hint: t("al.playbooks.todoHint"), name: "steps" }),
        group(t("al.playbooks.messagesFr"), french.element, { hint: t("al.playbooks.messagesHint"), name: "messages" }),
        group(t("al.playbooks.messagesEn"), inEnglish.element, { hint: t("al.playbooks.englishHint"), name: "english.messages" }),
        book?.origin === "configured" && h("p", { class: "faint xs" }, t("al.shipped")))),
    ],
    id: () => book?.id ?? slug(name.value),
    body,
    removable: book?.origin === "edited" ? t("al.revert") : book?.origin === "added" ? t("action.delete") : null,
    focus: () => !book && name.focus(),
  };
}

/** The plan as those read it who will follow it, in the language of the page. */
function reading(book, roles) {
  const inEnglish = lang() === "en";
  const texts = inEnglish && book.english && Object.keys(book.english.messages ?? {}).length ? book.english.messages : book.messages;
  const step = (one) => h("li", {},
    h("p", {}, (inEnglish && one.english) || one.text),
    h("p", { class: "row wrap xs muted" }, h("span", { class: "tag" }, labelIn(roles, one.role)), minutesOf(one.within) > 0 && h("span", {}, t("al.playbooks.within", { time: duration(minutesOf(one.within) * 60_000) })), one.signOff && h("span", {}, t("al.playbooks.signed"))));
  return h("div", { class: "stack" },
    h("ol", { class: "playbook-steps" }, book.steps.map(step)),
    Object.keys(texts).length > 0 && h("div", { class: "stack-s" }, h("h3", {}, t("incident.messages")), Object.entries(texts).map(([key, text]) => h("blockquote", { class: "message-pack" }, h("p", { class: "xs faint" }, key), h("p", { class: "incident-message" }, text)))));
}

function stepRow(step, named) {
  const role = select(named.some(([id]) => id === step.role) ? named : [[step.role, step.role], ...named], step.role, { "aria-label": t("al.playbooks.role") });
  const within = durationInput(step.within ?? "PT0S", { label: t("al.playbooks.withinLabel") });
  const signOff = h("input", { type: "checkbox", checked: step.signOff ?? false });
  const area = (value, language, words) => h("textarea", { class: "input wide", rows: 2, value: value ?? "", maxlength: 1000, lang: language, "aria-label": words, placeholder: words });
  const text = area(step.text, "fr", t("al.playbooks.textFr"));
  const english = area(step.english, "en", t("al.playbooks.textEn"));
  return {
    element: h("div", { class: "stack-s" }, h("span", { class: "row wrap" }, role, h("span", { class: "muted small" }, t("al.playbooks.withinLabel")), within.element, h("label", { class: "check" }, signOff, t("al.playbooks.signOff"))), h("div", { class: "pair" }, text, english)),
    value: () => ({ role: role.value, text: text.value, within: within.value(), signOff: signOff.checked, ...(english.value.trim() ? { english: english.value.trim() } : {}) }),
  };
}

function messages(all, language) {
  const list = rows(Object.entries(all ?? {}), ([key, text]) => {
    const name = h("input", { class: "input", value: key, maxlength: 120, autocomplete: "off", "aria-label": t("al.playbooks.messageName"), placeholder: t("al.playbooks.messageName") });
    const area = h("textarea", { class: "input wide", rows: 3, value: text, maxlength: 4000, lang: language, "aria-label": t("al.playbooks.messageText") });
    return { element: h("div", { class: "stack-s" }, name, area), value: () => [name.value.trim(), area.value] };
  }, { add: t("al.playbooks.addMessage"), fresh: () => ["", ""], moved: true });
  return { element: list.element, value: () => Object.fromEntries(list.value().filter(([key, text]) => key || text.trim())) };
}
