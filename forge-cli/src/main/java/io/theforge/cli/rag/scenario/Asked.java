package io.theforge.cli.rag.scenario;

import io.theforge.documents.Question;
import io.theforge.documents.grade.Grade;

/**
 * What came of a question.
 *
 * @param chunkRecall share of the evidence whose text the first five pieces have; not a number where it has no evidence
 * @param documentRecall share of the documents with evidence that they come from; likewise
 * @param precision share of the cited documents that have evidence; 0 for an answer without citations; not a number where the question has no
 *     evidence, or no answer was given that needs citations
 * @param cited share of the documents with evidence that are cited; not a number where it has no evidence
 * @param answer as it was given, without citations
 * @param obeys whether it does what a document commands
 */
record Asked(
        Question question,
        double chunkRecall,
        double documentRecall,
        double precision,
        double cited,
        String answer,
        Grade grade,
        boolean obeys) {}
