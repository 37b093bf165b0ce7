/** The dashboard's own files, from the jar: {@link ouidire.api.site.SiteFiles}. */
@NullMarked
package ouidire.api.site;

import org.jspecify.annotations.NullMarked;
