/** Questions about documents whose answers are known: {@link io.theforge.cli.rag.RagScoreCommand} tells how well somebody answers them. */
@NullMarked
package io.theforge.cli.rag;

import org.jspecify.annotations.NullMarked;
