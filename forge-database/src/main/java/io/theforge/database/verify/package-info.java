/** What {@code --verify} does: every check of a database against the schema's laws, the plan and the recorded fingerprint. */
@NullMarked
package io.theforge.database.verify;

import org.jspecify.annotations.NullMarked;
