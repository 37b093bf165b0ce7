// A part of a page that loads by itself: skeleton first, old data kept while new ones load, an error said with its id and
// a way to try again, while the rest of the page goes on.

import { h, put, uid } from "../core/dom.js";
import { t } from "../core/i18n.js";
import { icon } from "./icons.js";
import { info } from "./info.js";

/**
 * @param load (signal) => data; @param draw (data, body) => void
 * @param skeleton how many grey lines stand in before the first data
 * @param main whether it is this part that says what is wrong with the filter itself: once a page is enough
 * @returns {element, refresh, close}
 */
export function panel({ title, about = null, cls = "", tools = null, load, draw, skeleton = 5, main = false, failed = () => {} }) {
  const id = uid("panel");
  const body = h("div", { class: "panel-body" }, bones(skeleton));
  const fault = h("div", { class: "panel-fault", role: "alert" });
  const head = title
    ? h("header", { class: "panel-head" }, h("h2", { id }, title), about && info(about), h("span", { class: "grow" }), tools)
    : null;
  const element = h("section", { class: `panel ${cls}`, "aria-labelledby": title ? id : null, "aria-busy": "true" }, head, fault, body);
  let running = null;
  let drawn = false;

  async function refresh() {
    running?.abort();
    const mine = (running = new AbortController());
    element.setAttribute("aria-busy", "true");
    try {
      const data = await load(mine.signal);
      if (mine.signal.aborted) return;
      put(fault);
      element.classList.remove("unsaid");
      keepFocus(body, () => draw(data, body));
      drawn = true;
    } catch (error) {
      if (mine.signal.aborted || error.name === "AbortError") return;
      const ours = main || error.status !== 400;
      // What was drawn belongs to the question before: an answer that says the question is wrong clears it.
      const wrong = error.status === 400;
      if (!drawn || wrong) put(body);
      if (wrong) drawn = false;
      if (wrong) failed();
      element.classList.toggle("unsaid", !ours);
      put(fault, ours && faultBox(error, refresh, drawn));
      if (error.status === undefined) console.error(error);
    }
    if (running === mine) element.setAttribute("aria-busy", "false");
  }
  return { element, body, refresh, close: () => running?.abort() };
}

/** New data take the place of old ones under the hand that is on them: the focus stays where it was. */
function keepFocus(body, draw) {
  const all = () => [...body.querySelectorAll("a[href], button, input, [tabindex]")];
  const at = body.contains(document.activeElement) ? all().indexOf(document.activeElement) : -1;
  draw();
  if (at >= 0 && !body.contains(document.activeElement)) all()[at]?.focus({ preventScroll: true });
}

/** What failed, what is still shown, a retry and the id to quote. */
export function faultBox(error, retry, old) {
  return h(
    "div",
    { class: "fault" },
    h("p", {}, h("strong", {}, error.title ?? t("error.title")), " ", error.detail ?? ""),
    old && h("p", { class: "faint small" }, t("error.old")),
    h(
      "p",
      { class: "row wrap small" },
      error.status === 400
        ? h("button", { type: "button", class: "button", onclick: () => document.querySelector(".search-input")?.focus() }, icon("search"), t("error.mend"))
        : h("button", { type: "button", class: "button", onclick: retry }, icon("retry"), t("error.retry")),
      error.id && h("span", { class: "faint" }, t("error.id"), " ", h("code", {}, error.id)),
    ),
  );
}

/** Nothing to show: why, and the likely fix. */
export function emptyBox(why, ...actions) {
  return h("div", { class: "empty" }, h("p", {}, why), actions.length > 0 && h("p", { class: "row wrap" }, actions));
}

export function bones(lines) {
  return h("div", { class: "bones", "aria-hidden": "true" }, Array.from({ length: lines }, () => h("span", { class: "bone" })));
}
