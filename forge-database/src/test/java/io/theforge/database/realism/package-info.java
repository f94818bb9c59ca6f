/** Tests of what the realism card measures. */
@NullMarked
package io.theforge.database.realism;

import org.jspecify.annotations.NullMarked;
