// A page of entries that people keep: the list on one side, the open entry on the other. The open one stands in the address.

import { h, put } from "../core/dom.js";
import { forget, get, remove, store } from "../core/api.js";
import { app, go } from "../core/app.js";
import { t } from "../core/i18n.js";
import { address, change } from "../core/view.js";
import { changes } from "./changes.js";
import { icon } from "./icons.js";
import { emptyBox, panel } from "./panel.js";
import { labelOf } from "./form.js";

/** In place of an id: an entry that is being made. */
export const NEW = "*";

/**
 * @param kind of the entries, as the API calls them
 * @param page as the address calls it
 * @param words {fresh, lead, none, hint}: keys of what the page says
 * @param row (entry, others) => what the list shows of it beside its name
 * @param form (entry | null, others) => {fields, body(), id(), focus(), close?, removable?, aside?}; aside is shown under the form
 * @param others kinds of entries that forms refer to: read along, given as {kind: [entry]}
 * @param before, after what stands above the title and between it and the list
 * @param stored called after each change
 */
export function workbench(root, { kind, page = kind, words, row, form, others = [], before = null, between = null, stored = () => {} }) {
  const host = h("div", { class: "bench-open" });
  const list = panel({ cls: "bench-list", skeleton: 4, load: (signal) => read(signal), draw: (data, body) => draw(data[kind], body) });
  let known = {};
  let entries = null;
  let shown;
  let open = null;
  put(
    root,
    before,
    h("header", { class: "page-head" }, h("div", { class: "row wrap" }, h("h1", { class: "grow" }, t(`page.${page}`)), h("a", { class: "button primary", href: address(change(app.view, { edit: NEW })) }, icon("add"), t(words.fresh))), h("p", { class: "lead" }, t(words.lead))),
    between,
    h("div", { class: "bench" }, list.element, host),
  );

  async function read(signal) {
    const [mine, ...rest] = await Promise.all([kind, ...others].map((one) => get(one, null, signal)));
    known = Object.fromEntries(others.map((one, i) => [one, rest[i][one]]));
    return mine;
  }

  function draw(all, body) {
    entries = all;
    put(body, all.length ? h("ul", { class: "bench-rows" }, all.map(item)) : emptyBox(t(words.none)));
    show();
  }

  const item = (entry) => h("li", { class: entry.id === app.view.edit ? "on" : "" }, h("a", { href: address(change(app.view, { edit: entry.id })), "aria-current": entry.id === app.view.edit ? "true" : null }, h("strong", {}, labelOf(entry))), row(entry, known, after));

  /** Opens what the address names; what is open already stays, with what was typed. */
  function show() {
    const id = app.view.edit ?? null;
    if (!entries || id === shown) return;
    open?.close?.();
    open = null;
    shown = id;
    if (id === null) return void put(host, h("p", { class: "bench-hint muted" }, t(words.hint)));
    const entry = id === NEW ? null : entries.find((one) => one.id === id);
    if (entry === undefined) return void put(host, emptyBox(t("bench.gone", { id })));
    open = form(entry, known);
    put(host, sheet(entry));
    open.focus();
  }

  function sheet(entry) {
    const mine = open;
    const fault = h("p", { class: "field-fault", role: "alert" });
    const saving = h("button", { type: "submit", class: "button primary" }, t("action.save"));
    const save = async (event) => {
      event.preventDefault();
      saving.disabled = true;
      await tried(fault, async () => after(await store(`${kind}/${mine.id()}`, { ...mine.body(), version: entry?.version ?? 0 })));
      saving.disabled = false;
    };
    const away = entry && mine.removable ? twice(mine.removable, () => tried(fault, async () => after(await remove(`${kind}/${entry.id}`)))) : null;
    return h(
      "form",
      { class: "panel bench-form", onsubmit: save, novalidate: true },
      h("div", { class: "panel-body stack" }, h("h2", {}, entry ? labelOf(entry) : t(words.fresh)), mine.fields, fault, h("p", { class: "row wrap" }, saving, h("a", { class: "button", href: address(change(app.view, { edit: null })) }, t("action.cancel")), h("span", { class: "grow" }), away), mine.aside, entry && changes(`${kind}/${entry.id}`, after)),
    );
  }

  /** A change is kept: the list anew, and the entry as it is now. */
  function after(kept) {
    forget();
    shown = undefined;
    // Until the list is read anew it does not have what was just made.
    entries = null;
    stored();
    list.refresh();
    go(change(app.view, { edit: kept?.id ?? null }), { replace: true });
  }

  return {
    update(why) {
      if (why === "view") show();
      if (entries && why === "view") list.element.querySelectorAll(".bench-rows > li").forEach((li, i) => li.classList.toggle("on", entries[i].id === app.view.edit));
      list.refresh();
    },
    arrive() {},
    close: () => (list.close(), open?.close?.()),
  };
}

/** Does something; what is refused is said beside the field it is about, else at the end. */
export async function tried(fault, action) {
  put(fault);
  const form = fault.closest("form");
  form?.querySelectorAll("[data-field] > .field-fault").forEach((old) => put(old));
  form?.querySelectorAll("[data-field] [aria-invalid]").forEach((old) => old.removeAttribute("aria-invalid"));
  try {
    await action();
  } catch (error) {
    const place = placeOf(form, error.more?.parameter);
    put(place?.querySelector(":scope > .field-fault") ?? fault, error.detail ?? String(error));
    const control = place?.querySelector("input, select, textarea, button");
    control?.setAttribute("aria-invalid", "true");
    control?.focus();
  }
}

/** The field of a parameter, or of what it is part of: when[0].window, then when. */
function placeOf(form, parameter) {
  const fields = [...(form?.querySelectorAll("[data-field]") ?? [])];
  for (let path = parameter ?? ""; path; path = path.replace(/[.[]?[^.[]*$/, "")) {
    const found = fields.find((one) => one.dataset.field === path && !one.closest("[hidden]"));
    if (found) return found;
  }
  return null;
}

/** A button that asks once more before it acts. */
export function twice(label, action, cls = "danger") {
  const button = h("button", { type: "button", class: `button ${cls}`, onclick: () => (button.dataset.sure ? action() : ((button.dataset.sure = "1"), put(button, t("action.sure")))), onblur: () => (delete button.dataset.sure, put(button, label)) }, label);
  return button;
}

/** A name as an id: letters, digits and hyphens. */
export const slug = (name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 64).replace(/-$/, "");

/** A labelled control with a word of help; under its name, what the API says is wrong with it. */
export const field = (label, control, hint = null, name = null) => h("label", { class: "field", data: name ? { field: name } : {} }, h("span", {}, label), control, hint && h("span", { class: "faint xs" }, hint), name && h("span", { class: "field-fault", role: "alert" }));
