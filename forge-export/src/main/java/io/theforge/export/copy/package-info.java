/**
 * DuckDB's {@code COPY} as a writer of files, fed with rows as they are made: {@link io.theforge.export.copy.CopyEngine} runs it,
 * {@link io.theforge.export.copy.Handover} stands between the thread that makes rows and the one that takes them.
 */
@NullMarked
package io.theforge.export.copy;

import org.jspecify.annotations.NullMarked;
