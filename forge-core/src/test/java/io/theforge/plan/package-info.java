@NullMarked
package io.theforge.plan;

import org.jspecify.annotations.NullMarked;
