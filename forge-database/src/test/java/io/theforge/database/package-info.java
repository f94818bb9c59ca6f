@NullMarked
package io.theforge.database;

import org.jspecify.annotations.NullMarked;
