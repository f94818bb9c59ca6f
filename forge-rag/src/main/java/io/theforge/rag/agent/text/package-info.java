/** Dates, amounts and words in a text: what a question asks with and a document answers with. */
@NullMarked
package io.theforge.rag.agent.text;

import org.jspecify.annotations.NullMarked;
