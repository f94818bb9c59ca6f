/** Where chunks are kept and found: a DuckDB file, or PostgreSQL with the extension vector. */
@NullMarked
package io.theforge.rag.store;

import org.jspecify.annotations.NullMarked;
