/** A row that is being spoiled: {@link io.theforge.export.dirt.row.RowValues}, and what its columns are: {@link io.theforge.export.dirt.row.TableShape}. */
@NullMarked
package io.theforge.export.dirt.row;

import org.jspecify.annotations.NullMarked;
