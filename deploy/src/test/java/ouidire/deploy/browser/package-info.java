/** The dashboard in a real Chromium, over everything in memory; skipped where there is none. */
@NullMarked
package ouidire.deploy.browser;

import org.jspecify.annotations.NullMarked;
