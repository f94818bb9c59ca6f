/**
 * First station: flags, file and environment become one immutable, validated {@link io.theforge.config.model.ForgeConfig}. Enter by
 * {@link ConfigReader}, {@link Overrides} and {@link Scenarios}. Reader, {@link ConfigSchema} and {@link ConfigTemplate} follow from the
 * same declarations of keys.
 */
@NullMarked
package io.theforge.config;

import org.jspecify.annotations.NullMarked;
