/** Orders, deliveries and stock of a pair: {@link Stock} keeps the conservation of stock, {@link StockStates} lets a later run continue. */
@NullMarked
package io.theforge.inventory;

import org.jspecify.annotations.NullMarked;
