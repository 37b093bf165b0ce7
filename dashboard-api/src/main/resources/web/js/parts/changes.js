// Who changed an entry, when and what; and the way back.

import { h, put } from "../core/dom.js";
import { get, post } from "../core/api.js";
import { t } from "../core/i18n.js";
import { timeTag } from "./mention-card.js";

/** The history of an entry, read when it is opened. @param path "brands/nordika" @param undone called after an undo */
export function changes(path, undone) {
  const body = h("div", { role: "status" });
  const element = h("details", { class: "changes", ontoggle: () => element.open && load() }, h("summary", {}, t("changes.title")), body);

  async function load() {
    try {
      draw((await get(`${path}/history`)).changes);
    } catch (error) {
      put(body, h("p", { class: "field-fault" }, error.detail ?? String(error)));
    }
  }

  function draw(list) {
    if (!list.length) return void put(body, h("p", { class: "muted small" }, t("changes.none")));
    const undo = h("button", { type: "button", class: "button", onclick: () => takeBack(list[0].version) }, t("changes.undo"));
    put(body, h("p", {}, undo), h("ol", { class: "change-list small" }, list.map(entry)));
  }

  async function takeBack(version) {
    try {
      undone(await post(`${path}/undo`, { version }));
    } catch (error) {
      put(body, h("p", { class: "field-fault" }, error.detail ?? String(error)));
    }
  }
  return element;
}

function entry(change) {
  return h("li", {}, h("p", {}, timeTag(Date.parse(change.at)), " · ", change.by, " · ", t(!change.before ? "changes.made" : change.after ? "changes.changed" : "changes.deleted")), fields(change));
}

function fields({ before, after }) {
  if (!before || !after) return null;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return h("dl", { class: "change-fields" }, names.map((name) => [h("dt", { class: "faint" }, t(`field.${name}`)), h("dd", {}, h("del", {}, words(before[name])), " ", h("ins", {}, words(after[name])))]));
}

/** A value as people read it; of what holds several the parts, one after the other. */
function words(value) {
  if (value === null || value === undefined || value === "") return "\u2013";
  if (Array.isArray(value)) return value.length ? value.map(words).join(typeof value[0] === "object" ? " ; " : ", ") : "\u2013";
  if (typeof value === "object") return Object.entries(value).filter(([, one]) => one !== null && one !== "").map(([key, one]) => `${key} ${words(one)}`).join(" \u00b7 ") || "\u2013";
  return typeof value === "boolean" ? t(value ? "word.yes" : "word.no") : String(value);
}
