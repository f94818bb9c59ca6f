@NullMarked
package io.theforge.database.verify;

import org.jspecify.annotations.NullMarked;
