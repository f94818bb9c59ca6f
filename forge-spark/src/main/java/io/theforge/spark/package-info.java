/**
 * The same rows on a cluster: {@link io.theforge.spark.ForgeSource} is what {@code format("forge")} finds.
 */
@NullMarked
package io.theforge.spark;

import org.jspecify.annotations.NullMarked;
