// The usual band: what the same hours of past weeks looked like.
//
// For a bar of an hour or less: the mean and standard deviation of the counts of the same hour of the week, and the
// hours just before and after it, in the weeks before the period; for a bar of a day: of the same weekday. The band is
// the mean plus and minus two deviations, where the deviation is never below that of chance alone (Poisson: the square
// root of the mean), so that quiet hours do not raise false surprise. Fewer than three whole weeks say nothing.

import { offsetAt, sizes } from "./period.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
export const WEEKS = 8;
export const ENOUGH_WEEKS = 3;

/** Which counts to ask for, before a period that starts at `from` with bars of `bucket`; null when no band is due. */
export function past(from, bucket) {
  if (from === null || from === undefined) return null;
  const size = sizes[bucket];
  if (!size || size > DAY) return null;
  const start = Math.floor(from / HOUR) * HOUR;
  return { from: start - WEEKS * WEEK, to: start, bucket: size === DAY ? "day" : "hour" };
}

/**
 * The usual band of each bar.
 *
 * @param history buckets of `past`
 * @param bars [{start, end}] instants in ms
 * @returns {weeks, bars: [{low, mean, high}] | null}
 */
export function usual(history, bars, bucket, zone) {
  const first = history.find((b) => b.count > 0);
  const end = history.length ? Date.parse(history.at(-1).end) : 0;
  const weeks = first ? Math.floor((end - Date.parse(first.start)) / WEEK + 0.02) : 0;
  if (weeks < ENOUGH_WEEKS || bars.length === 0) return { weeks, bars: null };
  const slots = collect(history, bucket === "day", zone, end - weeks * WEEK);
  return { weeks, bars: bars.map((bar) => bandOf(bar, slots, bucket, zone)) };
}

function collect(history, daily, zone, since) {
  const slots = Array.from({ length: daily ? 7 : 168 }, () => []);
  for (const b of history) {
    const start = Date.parse(b.start);
    if (start < since - HOUR) continue;
    const slot = slotOf(start, daily, zone);
    if (daily) slots[slot].push(b.count);
    else for (const near of [167, 0, 1]) slots[(slot + near) % 168].push(b.count);
  }
  return slots;
}

function slotOf(instant, daily, zone) {
  const local = instant + offsetAt(instant, zone);
  const weekday = (Math.floor(local / DAY) + 3) % 7;
  return daily ? weekday : weekday * 24 + Math.floor((local % DAY) / HOUR);
}

function bandOf(bar, slots, bucket, zone) {
  const daily = bucket === "day";
  const counts = slots[slotOf(bar.start, daily, zone)];
  if (!counts.length) return null;
  const part = daily ? 1 : Math.min(1, sizes[bucket] / HOUR);
  const whole = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  const variance = counts.reduce((sum, n) => sum + (n - whole) ** 2, 0) / Math.max(1, counts.length - 1);
  const mean = whole * part;
  const deviation = Math.sqrt(Math.max(variance * part * part, mean, 0.25 * part));
  return { low: Math.max(0, mean - 2 * deviation), mean, high: mean + 2 * deviation, deviation };
}

/**
 * A whole period against its bands: the sum of means, with the deviations of independent bars added in quadrature. The
 * bar that is not over counts for the part that has passed.
 */
export function judge(total, bars, bands, now) {
  if (!bands) return null;
  let mean = 0;
  let variance = 0;
  bars.forEach((bar, i) => {
    const band = bands[i];
    if (!band) return;
    const part = Math.min(1, Math.max(0, (now - bar.start) / (bar.end - bar.start)));
    mean += band.mean * part;
    variance += band.deviation ** 2 * part;
  });
  const deviation = Math.sqrt(Math.max(variance, mean, 1));
  const low = Math.max(0, mean - 2 * deviation);
  const high = mean + 2 * deviation;
  const verdict = total > high ? (total > mean + 5 * deviation ? "far" : "above") : total < low ? "below" : "usual";
  return { mean, low, high, verdict, ratio: mean > 0 ? total / mean : null };
}
