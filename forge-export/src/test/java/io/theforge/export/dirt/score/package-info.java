@NullMarked
package io.theforge.export.dirt.score;

import org.jspecify.annotations.NullMarked;
