/**
 * Files on their way: {@link io.theforge.export.file.ExportFolder} gives them their names when all are whole; {@link
 * io.theforge.export.file.FileFormat} is how tables are written into them.
 */
@NullMarked
package io.theforge.export.file;

import org.jspecify.annotations.NullMarked;
