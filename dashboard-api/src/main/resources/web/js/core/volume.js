// Volume over the view's period with the band of what is usual: the one question behind sparklines, charts and verdicts.

import { get } from "./api.js";
import { app } from "./app.js";
import { judge, past, usual } from "./band.js";
import { wholeEnd } from "./period.js";
import { parameters } from "./view.js";

const PAST_KEPT_MS = 600_000;
const pasts = new Map();

/**
 * @param parts filters in place of the view's own
 * @param split dimension that each bar is counted by as well
 * @returns {bucket, total, bars: [{start, end, count, split}], weeks, bands, verdict}
 */
export async function volume({ parts = {}, split = null, unit = "mentions", span = app.span, signal = null } = {}) {
  const query = parameters(app.view, span, parts);
  query.set("tz", app.zone);
  query.set("bucket", span.bucket);
  if (split) query.set("split", split);
  if (unit !== "mentions") query.set("unit", unit);
  const [timeline, history] = await Promise.all([get("metrics/timeline", query, signal), pastOf(span, span.bucket, parts, unit)]);
  const bars = timeline.buckets.map((b) => ({ start: Date.parse(b.start), end: Date.parse(b.end), count: b.count, split: b.split ?? {} }));
  const last = bars.at(-1);
  if (last && span.to !== null) last.end = Math.max(last.end, wholeEnd(last.start, timeline.bucket, app.zone));
  const { weeks, bars: bands } = history ? usual(history, bars, timeline.bucket, app.zone) : { weeks: null, bars: null };
  return { bucket: timeline.bucket, total: timeline.total, bars, weeks, bands, verdict: judge(timeline.total, bars, bands, span.to ?? app.now) };
}

/** The weeks before, kept a while: they hardly change. Without them there is no band, and the rest still shows. */
async function pastOf(span, bucket, parts, unit) {
  const wanted = past(span.from, bucket);
  if (!wanted) return null;
  const query = parameters(app.view, wanted, parts);
  query.set("tz", app.zone);
  query.set("bucket", wanted.bucket);
  if (unit !== "mentions") query.set("unit", unit);
  const key = query.toString();
  const now = performance.now();
  for (const [old, entry] of pasts) if (now - entry.at > PAST_KEPT_MS) pasts.delete(old);
  if (!pasts.has(key)) {
    const answer = get("metrics/timeline", query).then((timeline) => timeline.buckets);
    answer.catch(() => pasts.delete(key));
    pasts.set(key, { at: now, answer });
  }
  try {
    return await pasts.get(key).answer;
  } catch {
    return null;
  }
}

/** Adds up what the bars were split by. */
export function splitTotals(bars) {
  const totals = {};
  for (const bar of bars) for (const [value, n] of Object.entries(bar.split)) totals[value] = (totals[value] ?? 0) + n;
  return totals;
}
