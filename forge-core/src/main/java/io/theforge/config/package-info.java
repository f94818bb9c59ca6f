/** First station: flags, file and environment become one immutable, validated {@link ForgeConfig}. */
@NullMarked
package io.theforge.config;

import org.jspecify.annotations.NullMarked;
