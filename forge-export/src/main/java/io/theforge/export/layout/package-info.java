/**
 * What files an export consists of: a {@link io.theforge.export.layout.Layout} makes {@link io.theforge.export.layout.ExportTable}s,
 * tables of columns and rows for any format, out of a plan or of what is known of a {@link io.theforge.export.layout.Shop}.
 */
@NullMarked
package io.theforge.export.layout;

import org.jspecify.annotations.NullMarked;
