// Règles: when to raise an incident. Each rule with what it was worth, and what it would have done.

import { h, put } from "../core/dom.js";
import { forget, store } from "../core/api.js";
import { app } from "../core/app.js";
import { number } from "../core/format.js";
import { t, tn } from "../core/i18n.js";
import { alertTabs } from "../parts/alert-tabs.js";
import { backtester } from "../parts/backtest.js";
import { checks, durationInput, group, labelOf, linesOf, select } from "../parts/form.js";
import { queryEditor } from "../parts/query-editor.js";
import { conditions } from "../parts/rule-conditions.js";
import { field, slug, workbench } from "../parts/workbench.js";
import { playbookName } from "./playbooks.js";

const WORDS = { fresh: "al.rules.new", lead: "al.rules.lead", none: "al.rules.none", hint: "al.rules.hint" };
export const KINDS = ["crisis", "volume", "leak", "question", "product", "rumour", "insult", "outage", "boycott", "silence"];
export const SEVERITIES = ["watch", "warning", "crisis"];
const TONES = ["negative", "neutral", "positive"];

export const mount = (root) => workbench(root, { kind: "rules", words: WORDS, row, form, others: ["playbooks"], before: alertTabs() });

export const kindWord = (kind) => (KINDS.includes(kind) ? t(`al.kind.${kind}`) : kind);

function row(rule, _, stored) {
  const { marked, useful, pagesLast7Days } = rule.quality;
  return [
    h("p", { class: "row wrap xs" },
      h("span", { class: `alert-${rule.severity}` }, h("span", { class: "severity" }, rule.when.length ? t(`severity.${rule.severity}`) : t("al.severity.itself"))),
      h("span", { class: "tag" }, kindWord(rule.kind)),
      h("span", { class: "grow" }), onOff(rule, stored)),
    h("p", { class: "xs muted row wrap" },
      h("span", {}, tn("al.rules.pages", pagesLast7Days, { n: number(pagesLast7Days) })),
      h("span", { title: t("al.rules.qualityHow") }, marked ? t("al.rules.quality", { useful: number(useful), marked: number(marked) }) : t("al.rules.unmarked"))),
  ];
}

/** Switches a rule on or off where it stands. */
function onOff(rule, stored) {
  const act = async (event) => {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      await store(`rules/${rule.id}`, { ...documentOf(rule), enabled: !rule.enabled, version: rule.version });
      forget();
      stored(rule.id === app.view.edit ? rule : { id: app.view.edit });
    } catch (error) {
      button.title = error.detail ?? String(error);
      button.disabled = false;
    }
  };
  return h("button", { type: "button", class: "switch", role: "switch", "aria-checked": String(rule.enabled), "aria-label": t("al.rules.switch", { name: labelOf(rule) }), onclick: act }, h("span", { class: "switch-knob", "aria-hidden": "true" }), t(rule.enabled ? "al.on" : "al.off"));
}

/** What the API takes back of a rule that it gave. */
function documentOf({ quality: _, origin: _o, changedAt: _a, changedBy: _b, ...rule }) {
  return rule;
}

function form(rule, { playbooks }) {
  const filter = rule?.filter ?? { terms: [], tones: [], sources: [] };
  const name = h("input", { class: "input wide", value: rule?.name ?? "", required: true, maxlength: 120, autocomplete: "off", oninput: () => !typed && (id.value = slug(name.value)) });
  const id = h("input", { class: "input wide", value: rule?.id ?? "", maxlength: 64, autocomplete: "off", oninput: () => (typed = true) });
  const known = KINDS.includes(rule?.kind ?? "volume") ? KINDS : [...KINDS, rule.kind];
  const bare = h("p", { class: "note xs", role: "status" });
  const changed = () => (sayBare(), test.changed());
  const enabled = h("input", { type: "checkbox", checked: rule?.enabled ?? true });
  const kind = select(known.map((one) => [one, kindWord(one)]), rule?.kind ?? "volume", { onchange: changed });
  const severity = select(SEVERITIES.map((one) => [one, t(`severity.${one}`)]), rule?.severity ?? "warning", { onchange: changed });
  const brands = checks(app.brands.map((brand) => [brand.id, brand.name]), rule?.brands ?? [], { onchange: changed, none: t("al.noBrands") });
  const query = queryEditor({ query: filter.q ?? "", use: "search", label: t("field.query"), required: false, note: t("al.rules.queryNote") });
  query.element.addEventListener("input", changed);
  const terms = h("textarea", { class: "input wide", rows: 3, spellcheck: "false", value: filter.terms.join("\n"), oninput: changed });
  const tones = checks(TONES.map((tone) => [tone, t(`tone.${tone}`)]), filter.tones, { onchange: changed });
  const sources = h("input", { class: "input wide", value: filter.sources.join(", "), autocomplete: "off", spellcheck: "false", oninput: changed });
  const when = conditions(rule?.when ?? (rule ? [] : [{ metric: "negative", atLeast: 10, timesUsual: 3, window: "PT1H" }]), changed);
  const pendingFor = durationInput(rule?.pendingFor ?? "PT0S", { oninput: changed });
  const resolveAfter = durationInput(rule?.resolveAfter ?? "PT30M", { oninput: changed });
  const coolDown = durationInput(rule?.coolDown ?? "PT0S", { oninput: changed });
  const pages = h("input", { class: "input amount", type: "number", min: 0, max: 1000, value: String(rule?.pagesPerDay ?? 12), oninput: changed });
  const playbook = select([["", t("al.rules.playbookOfKind")], ...playbooks.map((book) => [book.id, playbookName(book)])], rule?.playbook ?? "");
  let typed = false;

  /** Without conditions it is the detection of crises, under whatever name: that is said. */
  function sayBare() {
    const none = !when.value().length;
    const other = kind.value !== "crisis";
    bare.hidden = !none || (rule?.id === "crisis" && !other);
    bare.classList.toggle("bad", other);
    put(bare, t(other ? "al.rules.bareRefused" : "al.rules.bareCrisis"));
  }

  const body = () => ({
    name: name.value, kind: kind.value, enabled: enabled.checked, brands: brands.value(),
    filter: { ...(query.value() ? { q: query.value() } : {}), terms: linesOf(terms), tones: tones.value(), sources: sources.value.split(",").map((one) => one.trim()).filter(Boolean) },
    when: when.value(), severity: severity.value,
    pendingFor: pendingFor.value(), resolveAfter: resolveAfter.value(), coolDown: coolDown.value(), pagesPerDay: Number(pages.value || 0),
    ...(playbook.value ? { playbook: playbook.value } : {}),
  });
  const test = backtester(() => ({ ...body(), id: rule?.id ?? (id.value || "essai"), name: name.value || "essai" }));
  sayBare();
  return {
    fields: [
      field(t("field.name"), name, null, "name"),
      !rule && field(t("field.id"), id, t("hint.id"), "id"),
      h("label", { class: "check" }, enabled, t("al.rules.enabled")),
      h("div", { class: "row wrap fields" }, field(t("al.field.kind"), kind, null, "kind"), field(t("al.field.severity"), severity, when.value().length ? null : t("al.rules.itself"), "severity")),
      group(t("al.field.brands"), brands.element, { hint: t("al.rules.brandsHint"), name: "brands" }),
      h("details", { class: "part", open: Boolean(filter.q || filter.terms.length || filter.tones.length || filter.sources.length) }, h("summary", {}, t("al.rules.which")),
        h("div", { class: "stack" },
          h("div", { data: { field: "q" } }, query.element, h("p", { class: "field-fault", role: "alert" })),
          field(t("al.field.terms"), terms, t("al.rules.termsHint"), "filter.terms"),
          group(t("al.field.tones"), tones.element, { hint: t("al.rules.tonesHint") }),
          field(t("al.field.sources"), sources, t("al.rules.sourcesHint"), "filter.sources"))),
      group(t("al.rules.when"), [when.element, bare], { hint: t("al.rules.whenHint"), name: "when" }),
      h("details", { class: "part" }, h("summary", {}, t("al.rules.pace")),
        h("div", { class: "fields row wrap" },
          field(t("al.field.pendingFor"), pendingFor.element, t("al.rules.pendingHint"), "pendingFor"),
          field(t("al.field.resolveAfter"), resolveAfter.element, t("al.rules.resolveHint"), "resolveAfter"),
          field(t("al.field.coolDown"), coolDown.element, t("al.rules.coolHint"), "coolDown"),
          field(t("al.field.pagesPerDay"), pages, t("al.rules.pagesHint"), "pagesPerDay"),
          field(t("al.field.playbook"), playbook, t("al.rules.playbookHint"), "playbook"))),
      rule?.origin === "configured" && h("p", { class: "faint xs" }, t("al.shipped")),
    ],
    id: () => rule?.id ?? id.value,
    body,
    removable: rule?.origin === "edited" ? t("al.revert") : rule?.origin === "added" ? t("action.delete") : null,
    focus: () => name.focus({ preventScroll: Boolean(rule) }),
    close: () => (query.close(), test.close()),
    aside: test.element,
  };
}
