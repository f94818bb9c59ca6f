/**
 * First station: flags, file and environment become one immutable, validated {@link io.theforge.config.model.ForgeConfig}. The ways in are
 * {@link ConfigReader}, {@link Overrides} and {@link Scenarios}; schema, template and documentation come from the same declarations of keys.
 */
@NullMarked
package io.theforge.config;

import org.jspecify.annotations.NullMarked;
