/** Files on their way: {@link io.theforge.export.file.ExportFolder} gives them their names when all are whole. */
@NullMarked
package io.theforge.export.file;

import org.jspecify.annotations.NullMarked;
