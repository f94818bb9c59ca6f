/**
 * What a command comes to: {@link io.theforge.cli.result.Result}, {@link io.theforge.cli.result.Failure} and exit codes, and the forms that figures,
 * tables, JSON, pages and commands have.
 */
@NullMarked
package io.theforge.cli.result;

import org.jspecify.annotations.NullMarked;
