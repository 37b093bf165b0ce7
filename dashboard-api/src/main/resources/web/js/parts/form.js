// Controls that forms about alerts are made of: durations, choices, rows that are added, moved and taken away.

import { h, put } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/;
const UNITS = [["m", 1], ["h", 60], ["d", 1_440]];

/** Minutes of an ISO 8601 duration; null when it is none. */
export function minutesOf(text) {
  const found = DURATION.exec(text ?? "");
  if (!found) return null;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return days * 1_440 + hours * 60 + minutes + seconds / 60;
}

/** A duration as a number and its unit. @param iso what it is at first @returns {element, value()} */
export function durationInput(iso, { label = null, oninput = () => {} } = {}) {
  const minutes = minutesOf(iso) ?? 0;
  const fits = [...UNITS].reverse().find(([, size]) => minutes > 0 && minutes % size === 0) ?? UNITS[0];
  const amount = h("input", { class: "input amount", type: "number", min: 0, step: "any", inputmode: "decimal", value: String(minutes / fits[1]), "aria-label": label, oninput });
  const unit = h("select", { class: "select", "aria-label": t("al.unit"), onchange: oninput }, UNITS.map(([name, size]) => h("option", { value: String(size), selected: size === fits[1] }, t(`al.unit.${name}`))));
  const seconds = () => Math.round(Number(amount.value || 0) * Number(unit.value) * 60);
  return { element: h("span", { class: "row" }, amount, unit), value: () => `PT${seconds()}S` };
}

/** Choices of which any may hold. @param options [[value, words]] @returns {element, value()} */
export function checks(options, chosen, { onchange = () => {}, none = null } = {}) {
  const boxes = options.map(([value, words]) => [value, h("input", { type: "checkbox", checked: chosen.includes(value), onchange }), words]);
  const element = h("span", { class: "row wrap checks" }, boxes.length ? boxes.map(([, box, words]) => h("label", { class: "check" }, box, words)) : h("span", { class: "muted small" }, none));
  return { element, value: () => boxes.filter(([, box]) => box.checked).map(([value]) => value) };
}

export const select = (options, chosen, props = {}) => h("select", { class: "select", ...props }, options.map(([value, words]) => h("option", { value, selected: value === chosen }, words)));

/** A labelled group of controls; under its name, what the API says is wrong with it. */
export const group = (label, content, { hint = null, name = null } = {}) => h("fieldset", { class: "group", data: name ? { field: name } : {} }, h("legend", {}, label), hint && h("p", { class: "faint xs" }, hint), content, name && h("p", { class: "field-fault", role: "alert" }));

/**
 * Rows of a list, in order. @param make (item, i, changed) => {element, value()} @param fresh () => item
 * @param moved whether they can change places @returns {element, value()}
 */
export function rows(items, make, { add, fresh, moved = false, changed = () => {}, none = null, name = null }) {
  const host = h("ol", { class: "rows" });
  let made = [];
  const values = () => made.map((row) => row.value());
  const shift = (i, by) => {
    const all = values();
    all.splice(i + by, 0, ...all.splice(i, 1));
    draw(all);
    changed();
  };
  const small = (sign, words, act) => h("button", { type: "button", class: "icon-button", "aria-label": words, title: words, onclick: act }, icon(sign));

  function draw(all) {
    made = all.map((item, i) => make(item, i, changed));
    put(host, made.length ? made.map((row, i) => h("li", { class: "row-item", data: name ? { field: `${name}[${i}]` } : {} },
      h("div", { class: "row-body" }, row.element),
      h("span", { class: "row-tools" },
        moved && i > 0 && small("up", t("al.up"), () => shift(i, -1)),
        moved && i < made.length - 1 && small("down", t("al.down"), () => shift(i, 1)),
        small("close", t("al.remove"), () => (draw(values().filter((_, j) => j !== i)), changed()))),
      name && h("span", { class: "field-fault", role: "alert" }))) : none && h("li", { class: "muted small" }, none));
  }
  draw(items);
  const button = h("button", { type: "button", class: "button small", onclick: () => (draw([...values(), fresh()]), changed(), host.lastElementChild?.querySelector("input, select, textarea")?.focus()) }, icon("add"), add);
  return { element: h("div", { class: "stack-s" }, host, h("p", {}, button)), value: values };
}

/** Lines of a text area that hold something. */
export const linesOf = (area) => area.value.split("\n").map((line) => line.trim()).filter(Boolean);

/** over_budget is the word overBudget. */
export const wordOf = (constant) => constant.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

/** What a reader calls a document: rules and roles that ship have a name in each language. */
export const labelOf = (one) => one.label ?? one.name;

export function labelIn(list, id) {
  const found = list.find((one) => one.id === id);
  return found ? labelOf(found) : id;
}
