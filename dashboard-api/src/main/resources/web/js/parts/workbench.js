// A page of entries that people keep: the list on one side, the open entry on the other. The open one stands in the address.

import { h, put } from "../core/dom.js";
import { forget, get, remove, store } from "../core/api.js";
import { app, go } from "../core/app.js";
import { t } from "../core/i18n.js";
import { address, change } from "../core/view.js";
import { changes } from "./changes.js";
import { icon } from "./icons.js";
import { emptyBox, panel } from "./panel.js";

/** In place of an id: an entry that is being made. */
export const NEW = "*";

/**
 * @param kind of the entries, as the API and the address call them
 * @param words {fresh, lead, none, hint}: keys of what the page says
 * @param row (entry) => what the list shows of it beside its name
 * @param form (entry | null) => {fields, body(), id(), focus(), close?, removable?, remove?}
 * @param stored called after each change
 */
export function workbench(root, { kind, words, row, form, stored = () => {} }) {
  const host = h("div", { class: "bench-open" });
  const list = panel({ cls: "bench-list", skeleton: 4, load: (signal) => get(kind, null, signal), draw: (data, body) => draw(data[kind], body) });
  let entries = null;
  let shown;
  let open = null;
  put(
    root,
    h("header", { class: "page-head" }, h("div", { class: "row wrap" }, h("h1", { class: "grow" }, t(`page.${kind}`)), h("a", { class: "button primary", href: address(change(app.view, { edit: NEW })) }, icon("add"), t(words.fresh))), h("p", { class: "lead" }, t(words.lead))),
    h("div", { class: "bench" }, list.element, host),
  );

  function draw(all, body) {
    entries = all;
    put(body, all.length ? h("ul", { class: "bench-rows" }, all.map(item)) : emptyBox(t(words.none)));
    show();
  }

  const item = (entry) => h("li", { class: entry.id === app.view.edit ? "on" : "" }, h("a", { href: address(change(app.view, { edit: entry.id })), "aria-current": entry.id === app.view.edit ? "true" : null }, h("strong", {}, entry.name)), row(entry));

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
    open = form(entry);
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
      h("div", { class: "panel-body stack" }, h("h2", {}, entry ? entry.name : t(words.fresh)), mine.fields, fault, h("p", { class: "row wrap" }, saving, h("a", { class: "button", href: address(change(app.view, { edit: null })) }, t("action.cancel")), h("span", { class: "grow" }), away), entry && changes(`${kind}/${entry.id}`, after)),
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

async function tried(fault, action) {
  put(fault);
  try {
    await action();
  } catch (error) {
    put(fault, error.detail ?? String(error));
  }
}

/** A button that asks once more before it acts. */
function twice(label, action) {
  const button = h("button", { type: "button", class: "button danger", onclick: () => (button.dataset.sure ? action() : ((button.dataset.sure = "1"), put(button, t("action.sure")))), onblur: () => (delete button.dataset.sure, put(button, label)) }, label);
  return button;
}

/** A name as an id: letters, digits and hyphens. */
export const slug = (name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 64).replace(/-$/, "");

/** A labelled control with a word of help. */
export const field = (label, control, hint = null) => h("label", { class: "field" }, h("span", {}, label), control, hint && h("span", { class: "faint xs" }, hint));
