/** The API and the dashboard. */
@NullMarked
package ouidire.api;

import org.jspecify.annotations.NullMarked;
