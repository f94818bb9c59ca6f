/**
 * Reads Jollyday's holiday files with the JDK's XML parser. Jollyday's own readers bind them with Jackson or JAXB, which
 * takes most of a second at the first use; a command that lives for four has better things to do.
 */
@NullMarked
package io.theforge.plan.holidays;

import org.jspecify.annotations.NullMarked;
