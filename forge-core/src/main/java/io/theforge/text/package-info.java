/** Texts for people: {@link NearestWord} finds the word that was meant. */
@NullMarked
package io.theforge.text;

import org.jspecify.annotations.NullMarked;
