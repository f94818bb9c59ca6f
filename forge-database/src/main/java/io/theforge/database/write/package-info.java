/**
 * How every operation that writes rows goes: it plans, and then applies the plan. Entries: {@link io.theforge.database.write.WriteRunner}
 * runs what implements {@link io.theforge.database.write.WriteOperation}.
 */
@NullMarked
package io.theforge.database.write;

import org.jspecify.annotations.NullMarked;
