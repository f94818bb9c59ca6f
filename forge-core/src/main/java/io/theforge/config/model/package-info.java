/** What a dataset depends on, as every module reads it: the records of a finished {@link ForgeConfig}. */
@NullMarked
package io.theforge.config.model;

import org.jspecify.annotations.NullMarked;
