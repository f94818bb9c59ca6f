/** Commands about the configuration and its presets. None of them opens a database. */
@NullMarked
package io.theforge.cli.config;

import org.jspecify.annotations.NullMarked;
