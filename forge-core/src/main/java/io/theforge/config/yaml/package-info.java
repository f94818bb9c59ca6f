/** YAML as the Forge reads it: from a file's bytes to values with their places, and numbers as people write them. */
@NullMarked
package io.theforge.config.yaml;

import org.jspecify.annotations.NullMarked;
