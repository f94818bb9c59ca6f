/** Texts for people: {@link NearestWord} finds the word that was meant, {@link MonthNames} are in English. */
@NullMarked
package io.theforge.text;

import org.jspecify.annotations.NullMarked;
