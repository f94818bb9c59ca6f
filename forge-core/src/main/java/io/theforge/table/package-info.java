/**
 * The tables: {@link Table} declares them and their columns, {@link TableRows} writes a row of each, once for every target, file and
 * fingerprint.
 */
@NullMarked
package io.theforge.table;

import org.jspecify.annotations.NullMarked;
