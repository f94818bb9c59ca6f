/**
 * How well somebody's retrieval and answers fit questions whose answers are known: {@link io.theforge.documents.score.RagScorer} makes a
 * {@link io.theforge.documents.score.RagScore}.
 */
@NullMarked
package io.theforge.documents.score;

import org.jspecify.annotations.NullMarked;
