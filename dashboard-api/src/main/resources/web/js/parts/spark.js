// A small chart without words: bars of volume over their usual band. Its words and numbers stand beside it.

import { s } from "../core/dom.js";

const WIDE = 600;

/** @param bars [{count, start, end}] @param bands [{low, mean, high}] or null @param label read aloud */
export function spark(bars, bands, { height = 56, label, now = Infinity } = {}) {
  const most = Math.max(1, ...bars.map((b) => b.count), ...(bands ?? []).map((b) => b?.high ?? 0));
  const step = WIDE / Math.max(1, bars.length);
  const y = (value) => height - 1 - (value / most) * (height - 4);
  const children = [];
  if (bands) {
    const high = bands.map((b, i) => `${(i * step).toFixed(1)},${y(b?.high ?? 0).toFixed(1)} ${((i + 1) * step).toFixed(1)},${y(b?.high ?? 0).toFixed(1)}`);
    const low = bands.map((b, i) => `${((i + 1) * step).toFixed(1)},${y(b?.low ?? 0).toFixed(1)} ${(i * step).toFixed(1)},${y(b?.low ?? 0).toFixed(1)}`).reverse();
    children.push(s("polygon", { class: "spark-band", points: [...high, ...low].join(" ") }));
  }
  const gap = Math.min(2.5, step * 0.22);
  bars.forEach((bar, i) => {
    if (!bar.count) return;
    const surprising = bands?.[i] && bar.count > bands[i].high;
    const top = y(bar.count);
    children.push(
      s("rect", {
        class: `spark-bar${surprising ? " over" : ""}${bar.end > now ? " open" : ""}`,
        x: (i * step + gap / 2).toFixed(2), width: Math.max(0.8, step - gap).toFixed(2), y: top.toFixed(2), height: (height - 1 - top).toFixed(2), rx: Math.min(1.5, step / 6).toFixed(2),
      }),
    );
  });
  children.push(s("line", { class: "spark-base", x1: 0, x2: WIDE, y1: height - 0.5, y2: height - 0.5 }));
  return s("svg", { class: "spark", viewBox: `0 0 ${WIDE} ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": label }, children);
}
