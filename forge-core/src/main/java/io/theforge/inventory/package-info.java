/** Orders, deliveries and stock of a pair; units are never made or lost. */
@NullMarked
package io.theforge.inventory;

import org.jspecify.annotations.NullMarked;
