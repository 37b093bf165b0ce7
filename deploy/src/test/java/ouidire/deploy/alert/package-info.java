@NullMarked
package ouidire.deploy.alert;

import org.jspecify.annotations.NullMarked;
