// When a bar was, in words that fit its size.

import { app } from "../core/app.js";
import { day, hourOf, weekday } from "../core/format.js";
import { t } from "../core/i18n.js";

const DAY = 86_400_000;

/** "dim. 22 nov., 8 h à 9 h", "lun. 3 nov.", "semaine du 3 nov.", "nov. 2026". */
export function barTime({ start, end }, bucket) {
  const { zone } = app;
  if (bucket === "day") return `${weekday(start, zone)} ${day(start, zone)}`;
  if (bucket === "week") return t("bar.week", { day: day(start, zone) });
  if (bucket === "month") return month(start, zone);
  return t("bar.hours", { day: `${weekday(start, zone)} ${day(start, zone)}`, from: hourOf(start, zone), to: hourOf(end, zone) });
}

function month(start, zone) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { month: "long", year: "numeric", timeZone: zone }).format(start);
}

/** The few bars that get a word under them: {index: text}. */
export function ticks(bars, bucket, wide) {
  const fits = ([i, text]) => ((Math.min(i, bars.length - i) + 0.5) / bars.length) * wide + EDGE > text.length * HALF_LETTER;
  return new Map([...words(bars, bucket, wide)].filter(fits));
}

/** Pixels of half a letter of a tick's word, and of the plot's margin it may reach into. */
const HALF_LETTER = 3.1;
const EDGE = 8;

function words(bars, bucket, wide) {
  const { zone } = app;
  const most = Math.max(2, Math.floor(wide / 76));
  const long = bars.length ? bars.at(-1).end - bars[0].start : 0;
  const out = new Map();
  const fine = !["day", "week", "month"].includes(bucket);
  if (fine && long > 2.5 * DAY) {
    bars.forEach((bar, i) => i && day(bar.start, zone) !== day(bars[i - 1].start, zone) && out.set(i, `${weekday(bar.start, zone)} ${day(bar.start, zone)}`));
    return thinned(out, most);
  }
  const step = niceStep(Math.ceil(bars.length / most), bucket);
  bars.forEach((bar, i) => {
    const on = fine ? onStep(bar, step, bucket, zone) : i % step === 0;
    if (on) out.set(i, fine ? hourOf(bar.start, zone) : bucket === "month" ? month(bar.start, zone) : day(bar.start, zone));
  });
  return thinned(out, most);
}

const NICE = { minute: [1, 5, 10, 15, 30, 60, 120, 180], "5m": [1, 3, 6, 12, 24, 36], "15m": [1, 2, 4, 8, 12, 24], hour: [1, 2, 3, 4, 6, 12, 24, 48] };

const niceStep = (least, bucket) => NICE[bucket]?.find((n) => n >= least) ?? least;

function onStep(bar, step, bucket, zone) {
  const size = bar.end - bar.start;
  const local = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(bar.start).split(":");
  const minutes = Number(local[0]) * 60 + Number(local[1]);
  return minutes % ((step * size) / 60_000) === 0;
}

function thinned(map, most) {
  if (map.size <= most) return map;
  const every = Math.ceil(map.size / most);
  return new Map([...map].filter((_, i) => i % every === 0));
}
