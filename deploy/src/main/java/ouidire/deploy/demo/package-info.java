/**
 * The demonstration: Érabelle, a made-up maker of maple yogourt in Québec, its competitor Laiterie
 * Monterel, five ordinary weeks as background ({@link ouidire.deploy.demo.OrdinaryWeeks}), then a
 * product scare that grows while people watch ({@link ouidire.deploy.demo.CrisisPlay}). The texts
 * are the project's own; brands, media and people are invented.
 */
@NullMarked
package ouidire.deploy.demo;

import org.jspecify.annotations.NullMarked;
