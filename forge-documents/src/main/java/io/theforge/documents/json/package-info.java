/**
 * JSON that others have written or edited: {@link io.theforge.documents.json.JsonLines} reads a file of lines, {@link
 * io.theforge.documents.json.JsonFields} an object, and each mistake is told with its place. {@link
 * io.theforge.documents.json.QuestionJson} is a line of {@code questions.jsonl}.
 */
@NullMarked
package io.theforge.documents.json;

import org.jspecify.annotations.NullMarked;
