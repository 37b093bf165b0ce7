/**
 * Alerts: who watches, who remembers, who tells.
 *
 * <p>{@link ouidire.analysis.alert.CrisisWatch} looks at each brand when mentions arrive and every
 * half minute. What it looks at is the history: {@link ouidire.analysis.alert.BrandWatch} replays
 * the last 30 days of counts through the {@linkplain ouidire.analysis.anomaly anomaly detector} and
 * judges the five minutes that run, on all mentions and on negative ones. So an alert's numbers are
 * counts that open onto their mentions, mentions of last month that are collected today raise
 * nothing, and a restart forgets nothing. {@link ouidire.analysis.alert.AlertLog} keeps alerts,
 * {@link ouidire.analysis.alert.Notifier}s tell people.
 */
@NullMarked
package ouidire.analysis.alert;

import org.jspecify.annotations.NullMarked;
