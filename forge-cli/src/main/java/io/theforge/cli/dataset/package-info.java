/** Commands that make, extend, delete, check and guard the dataset in a database. */
@NullMarked
package io.theforge.cli.dataset;

import org.jspecify.annotations.NullMarked;
