@NullMarked
package io.theforge.pricing;

import org.jspecify.annotations.NullMarked;
