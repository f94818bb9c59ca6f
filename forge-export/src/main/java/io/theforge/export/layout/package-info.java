/** What files an export consists of: {@link io.theforge.export.layout.ExportTable}, a table of columns and rows for any format. */
@NullMarked
package io.theforge.export.layout;

import org.jspecify.annotations.NullMarked;
