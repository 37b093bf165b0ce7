// Periods: what "24 h" means now, the period before it, and the size of a bar in it.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const PRESETS = ["1h", "24h", "7d", "30d", "12m", "all"];
export const DEFAULT_PRESET = "24h";

const offsets = new Map();

/** Milliseconds that local time is ahead of UTC. */
export function offsetAt(instant, zone) {
  let format = offsets.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
      hour: "numeric", minute: "numeric", second: "numeric",
    });
    offsets.set(zone, format);
  }
  const p = {};
  for (const part of format.formatToParts(instant)) p[part.type] = Number(part.value);
  return Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second) - Math.floor(instant / 1000) * 1000;
}

/** The instant of a local wall time given as if it were UTC. */
export function fromLocal(wall, zone) {
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

/** The start of the local day, `days` days away. */
export function dayStart(instant, zone, days = 0) {
  const local = instant + offsetAt(instant, zone);
  return fromLocal(Math.floor(local / DAY) * DAY + days * DAY, zone);
}

/**
 * A view's period as instants.
 *
 * - `from` inclusive, `to` exclusive, null where open;
 * - `live`: whether it ends now and moves on;
 * - `before`: the period of the same length just before, at the same hours; null when open.
 *
 * Presets start on a whole bar, so that the bars of a chart add up to its total.
 */
export function resolve(period, zone, now = Date.now()) {
  const end = period.at ?? Math.floor(now / 1000) * 1000;
  if (period.from !== undefined || period.to !== undefined) {
    const from = period.from ?? null;
    const to = period.to ?? null;
    const length = from !== null && to !== null ? to - from : null;
    return {
      from, to, live: to === null, bucket: length === null ? "auto" : bucketFor(length),
      before: length === null ? null : { from: from - length, to: from },
    };
  }
  const live = period.at === undefined;
  switch (period.preset) {
    case "1h":
      return span(Math.floor(end / MINUTE) * MINUTE - 59 * MINUTE, end, HOUR, "minute", live);
    case "7d":
      return span(dayStart(end, zone, -6), end, 7 * DAY, "hour", live);
    case "30d":
      return span(dayStart(end, zone, -29), end, 30 * DAY, "day", live);
    case "12m":
      return span(weekStart(end, zone, -51), end, 52 * 7 * DAY, "week", live);
    case "all":
      return { from: null, to: null, live: true, bucket: "auto", before: null };
    default:
      return span(Math.floor(end / HOUR) * HOUR - 23 * HOUR, end, DAY, "hour", live);
  }
}

function span(from, to, step, bucket, live) {
  return { from, to, live, bucket, before: { from: from - step, to: to - step } };
}

function weekStart(instant, zone, weeks) {
  const local = instant + offsetAt(instant, zone);
  const monday = (new Date(local).getUTCDay() + 6) % 7;
  return dayStart(instant, zone, -monday + weeks * 7);
}

export function bucketFor(length) {
  if (length <= 3 * HOUR) return "minute";
  if (length <= 8 * HOUR) return "5m";
  if (length <= 16 * HOUR) return "15m";
  if (length <= 8 * DAY) return "hour";
  if (length <= 100 * DAY) return "day";
  if (length <= 900 * DAY) return "week";
  return "month";
}

export const sizes = { minute: MINUTE, "5m": 5 * MINUTE, "15m": 15 * MINUTE, hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY };

/** The end of the whole bar that starts here: the last bar of a period may have been cut where the period ends. */
export function wholeEnd(start, bucket, zone) {
  if (bucket === "day") return dayStart(start, zone, 1);
  if (bucket === "week") return dayStart(start, zone, 7);
  return bucket === "month" ? start : start + sizes[bucket];
}
