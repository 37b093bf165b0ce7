/**
 * Links: which pages point where, since when, and who came by them.
 *
 * <p>A {@link ouidire.core.link.CanonicalUrl} is the one form of the many ways to write an address.
 * A {@link ouidire.core.link.LinkReport} groups the links of mentions by linking domain and by page
 * linked to. It reads the history, and beside it what is known of links from elsewhere:
 *
 * <ul>
 *   <li>{@link ouidire.core.link.LinkBook}: where short links lead, and which linking pages were
 *       seen again without their link
 *   <li>{@link ouidire.core.link.VisitBook}: visits that people imported
 * </ul>
 *
 * Both are kept among the settings, so that they survive everything that brands survive. Whoever
 * fetches pages stands behind {@link ouidire.core.link.LinkChecks} and {@link
 * ouidire.core.link.Webmentions}; whoever reads files behind {@link ouidire.core.link.VisitFiles}.
 */
@NullMarked
package ouidire.core.link;

import org.jspecify.annotations.NullMarked;
