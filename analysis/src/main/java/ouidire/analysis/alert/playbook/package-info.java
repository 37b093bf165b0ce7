/** What to do when something happens: the templates that ship. */
@NullMarked
package ouidire.analysis.alert.playbook;

import org.jspecify.annotations.NullMarked;
