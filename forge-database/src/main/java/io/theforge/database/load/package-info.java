/** What a load into a database needs beside the pipeline: rows kept for comparing, ids of others, counts of what is planned. */
@NullMarked
package io.theforge.database.load;

import org.jspecify.annotations.NullMarked;
