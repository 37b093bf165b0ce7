// A small surface that opens beside a button: the browser's own popover (Escape and a click outside close it).

import { h, uid } from "../core/dom.js";

const GAP = 6;
const EDGE = 8;

/** Makes `button` open a popover filled by `content()` each time it opens; returns the popover, to be placed by it. */
export function popover(button, content, { label, cls = "" } = {}) {
  const surface = h("div", { id: uid("pop"), class: `pop ${cls}`, popover: "auto", role: "dialog", "aria-label": label });
  button.popoverTargetElement = surface;
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-expanded", "false");
  surface.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "open") return;
    surface.replaceChildren(...[content(() => surface.hidePopover())].flat());
  });
  surface.addEventListener("toggle", (event) => {
    const open = event.newState === "open";
    button.setAttribute("aria-expanded", String(open));
    if (open) {
      place(surface, button);
      surface.querySelector("[autofocus]")?.focus();
    }
  });
  return surface;
}

function place(surface, button) {
  const from = button.getBoundingClientRect();
  const size = surface.getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  const left = Math.max(EDGE, Math.min(from.left, wide - size.width - EDGE));
  const below = from.bottom + GAP;
  const top = below + size.height > innerHeight - EDGE && from.top - GAP - size.height > EDGE ? from.top - GAP - size.height : below;
  surface.style.setProperty("left", `${left}px`);
  surface.style.setProperty("top", `${top}px`);
}
