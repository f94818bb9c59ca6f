/** How fast it is and how much memory it takes, beside what the databases can do without it, all from one run. */
@NullMarked
package io.theforge.bench;

import org.jspecify.annotations.NullMarked;
