// Line icons, 16 by 16, drawn here.

import { s } from "../core/dom.js";

const PATHS = {
  home: "M2.5 7.2 8 2.6l5.5 4.6M4 6.4v7h8v-7",
  stories: "M3.5 8a1.5 1.5 0 1 0 0-.01M12.5 4a1.5 1.5 0 1 0 0-.01M12.5 12a1.5 1.5 0 1 0 0-.01M5 7.4l6-2.8M5 8.6l6 2.8",
  mentions: "M2.5 3.5h11v7.5H7.2L4.5 13.4V11h-2z",
  alerts: "M4 11.2V7a4 4 0 0 1 8 0v4.2l1 1.3H3zM6.6 14h2.8",
  sources: "M3 13a.6.6 0 1 0 0-.01M3 8.6A4.5 4.5 0 0 1 7.4 13M3 4a9 9 0 0 1 9 9",
  settings: "M2.5 4.5h6m3 0h2m-11 7h2m3 0h6M10 3v3M6 10v3",
  brands: "M3 13.5V2.5h8.5l-2 3 2 3H3",
  searches: "M4 2.5h8v11l-4-3-4 3z",
  lists: "M6 4h7.5M6 8h7.5M6 12h7.5M2.5 4h.01M2.5 8h.01M2.5 12h.01",
  add: "M8 3v10M3 8h10",
  edit: "M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2zM9.4 4.4l2.2 2.2",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3l3.4 3.4",
  close: "M4 4l8 8M12 4l-8 8",
  down: "M4 6.2 8 10l4-3.8",
  right: "M6.2 4 10 8l-3.8 4",
  left: "M9.8 4 6 8l3.8 4",
  up: "M8 12.5v-9M4.3 7.2 8 3.5l3.7 3.7",
  out: "M9 3h4v4M13 3 7.5 8.5M11 9v4H3V5h4",
  download: "M8 2.5v7.3M4.8 7 8 10l3.2-3M3 13h10",
  table: "M2.5 3.5h11v9h-11zM2.5 6.7h11M2.5 9.6h11M6.4 6.7v5.8",
  calendar: "M2.5 4h11v9.5h-11zM2.5 6.8h11M5.4 2.3v3M10.6 2.3v3",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  sun: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1",
  moon: "M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z",
  system: "M2.5 3.5h11v7.5h-11zM6 13.5h4M8 11v2.5",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.3v3.6M8 5v.01",
  retry: "M12.9 6.3A5.2 5.2 0 1 0 13.2 8.6M13.2 3v3.4H9.8",
  check: "M3.2 8.4 6.5 11.6 12.8 4.6",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
};

export function icon(name, cls = "") {
  return s(
    "svg",
    { viewBox: "0 0 16 16", width: 16, height: 16, class: `icon ${cls}`, "aria-hidden": "true", focusable: "false" },
    s("path", { d: PATHS[name], fill: "none", stroke: "currentColor", "stroke-width": 1.4, "stroke-linecap": "round", "stroke-linejoin": "round" }),
  );
}

/** The mark: an i whose two dots are heard. */
export function mark() {
  return s(
    "svg",
    { viewBox: "0 0 32 32", width: 26, height: 26, class: "mark", "aria-hidden": "true", focusable: "false" },
    s("rect", { width: 32, height: 32, rx: 8, class: "mark-ground" }),
    s("circle", { cx: 11.2, cy: 8.6, r: 2.5, class: "mark-ink" }),
    s("circle", { cx: 20.8, cy: 8.6, r: 2.5, class: "mark-ink" }),
    s("rect", { x: 14, y: 13.4, width: 4, height: 12, rx: 2, class: "mark-ink" }),
    s("path", { d: "M8.6 15.4a8.6 8.6 0 0 0 0 7.6M23.4 15.4a8.6 8.6 0 0 1 0 7.6", class: "mark-wave" }),
  );
}
