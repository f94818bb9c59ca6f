/**
 * Where the rows of an export come from: {@link io.theforge.export.source.GeneratorSource} makes them, and
 * {@link io.theforge.export.source.DatabaseSource} reads them from a database.
 */
@NullMarked
package io.theforge.export.source;

import org.jspecify.annotations.NullMarked;
