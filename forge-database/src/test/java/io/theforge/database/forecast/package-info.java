@NullMarked
package io.theforge.database.forecast;

import org.jspecify.annotations.NullMarked;
