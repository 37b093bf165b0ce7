// The hand over a plot: hovering shows one bar in every chart of the group, a drag narrows the period, a click takes one
// bar, arrow keys walk and Enter takes.

import { h, put } from "../core/dom.js";

const DRAG_FROM = 6;
const groups = new Map();

/** @param hand {group, grid, bars(), readout(i), pick(i, j)} */
export function pointer(plot, hand) {
  const slot = h("div", { class: "plot-slot", hidden: true });
  const brush = h("div", { class: "plot-brush", hidden: true });
  const readout = h("div", { class: "readout", hidden: true, "aria-live": "polite" });
  plot.append(slot, brush, readout);
  const members = groups.get(hand.group) ?? new Set();
  groups.set(hand.group, members);
  for (const old of members) if (!old.plot.isConnected) members.delete(old);
  const me = { plot, cross };
  members.add(me);
  let start = null;
  let at = null;

  const wide = () => plot.clientWidth - hand.grid.left - hand.grid.right;
  const indexOf = (event) => {
    const n = hand.bars().length;
    const x = event.clientX - plot.getBoundingClientRect().left - hand.grid.left;
    return n ? Math.min(n - 1, Math.max(0, Math.floor((x / wide()) * n))) : null;
  };
  /** Over a part of the plot, as fractions: charts of one period may have bars of different sizes. */
  const place = (element, from, to) => {
    element.hidden = false;
    element.style.setProperty("left", `${hand.grid.left + from * wide()}px`);
    element.style.setProperty("width", `${(to - from) * wide()}px`);
  };

  function cross(from, to) {
    if (from === null) slot.hidden = true;
    else place(slot, from, to);
  }
  function show(i) {
    at = i;
    const n = hand.bars().length;
    for (const member of members) member.cross(i === null ? null : i / n, (i + 1) / n);
    readout.hidden = i === null;
    if (i === null) return;
    put(readout, hand.readout(i));
    const x = hand.grid.left + (i + 0.5) * (wide() / hand.bars().length);
    const size = readout.offsetWidth;
    const left = x + 14 + size > plot.clientWidth ? x - 14 - size : x + 14;
    readout.style.setProperty("left", `${Math.max(0, left)}px`);
  }
  const stop = () => {
    start = null;
    brush.hidden = true;
  };

  plot.addEventListener("pointermove", (event) => {
    const i = indexOf(event);
    if (i === null) return;
    show(i);
    if (start && Math.abs(event.clientX - start.x) > DRAG_FROM) place(brush, Math.min(start.i, i) / hand.bars().length, (Math.max(start.i, i) + 1) / hand.bars().length);
  });
  plot.addEventListener("pointerleave", () => start === null && show(null));
  plot.addEventListener("pointerdown", (event) => {
    const i = indexOf(event);
    if (i === null || event.button !== 0) return;
    if (event.pointerType !== "mouse") return show(i);
    start = { i, x: event.clientX };
    plot.setPointerCapture(event.pointerId);
    event.preventDefault();
    plot.focus({ preventScroll: true });
  });
  plot.addEventListener("pointerup", (event) => {
    if (!start) return;
    const i = indexOf(event);
    const from = start.i;
    stop();
    hand.pick(Math.min(from, i), Math.max(from, i));
  });
  plot.addEventListener("pointercancel", stop);
  plot.addEventListener("blur", () => show(null));
  plot.addEventListener("keydown", (event) => {
    const n = hand.bars().length;
    const to = { ArrowLeft: (at ?? n) - 1, ArrowRight: (at ?? -1) + 1, Home: 0, End: n - 1 }[event.key];
    if (to !== undefined && n) show(Math.min(n - 1, Math.max(0, to)));
    else if (event.key === "Enter" && at !== null) hand.pick(at, at);
    else if (event.key === "Escape" && at !== null) show(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { refresh: () => at !== null && (at < hand.bars().length ? show(at) : show(null)) };
}
