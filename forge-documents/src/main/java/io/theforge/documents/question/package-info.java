/** Questions about documents whose answers are known: {@link io.theforge.documents.question.QuestionSet}. */
@NullMarked
package io.theforge.documents.question;

import org.jspecify.annotations.NullMarked;
