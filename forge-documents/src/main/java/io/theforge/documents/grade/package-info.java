/** Whether an answer is right: {@link io.theforge.documents.grade.Grader}. */
@NullMarked
package io.theforge.documents.grade;

import org.jspecify.annotations.NullMarked;
