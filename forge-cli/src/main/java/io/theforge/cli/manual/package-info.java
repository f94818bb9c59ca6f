/** What is written from the declarations of all commands: completion for shells, and the manual page. */
@NullMarked
package io.theforge.cli.manual;

import org.jspecify.annotations.NullMarked;
