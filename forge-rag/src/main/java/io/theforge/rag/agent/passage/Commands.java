package io.theforge.rag.agent.passage;

import java.util.regex.Pattern;

/**
 * Text that commands its reader instead of telling something. Nothing that a document says is ever done; what is told here is left out of
 * answers too, for who commands a reader to say something does not mean it to be true.
 */
final class Commands {
    private static final Pattern COMMAND = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override|bypass|drop|skip|overrule)\\b[^.!?]{0,60}"
                    + "\\b(?:instructions?|rules?|guidelines?|prompts?|documents?|context|told|policies|safeguards?)\\b"
                    + "|\\b(?:system|developer|new|updated) (?:instructions?|prompt)\\b"
                    + "|\\b(?:assistants?|language models?|chatbots?|ai (?:tools?|models?|agents?|systems?)|llms?"
                    + "|(?:automated|machine) readers?)\\b[^.!?]{0,40}"
                    + "\\b(?:must|have to|should|shall|need to|are to|is to|will|answer|reply|say|report|ignore|output)\\b"
                    + "|\\b(?:notes?|messages?|instructions?|attention|important)\\b[^.!?:]{0,30}\\b(?:assistants?|models?|chatbots?"
                    + "|ai tools?|ai|llms?|(?:automated|machine) readers?)\\s*:"
                    + "|\\b(?:if|when(?:ever)?) (?:you are|you're|anyone|somebody|someone|a user|the user) (?:is )?ask(?:ed|s)?\\b"
                    + "|\\byou (?:are|act) (?:now )?(?:an?|the|as) (?:ai|assistant|model|chatbot)\\b"
                    + "|\\b(?:do not|don't|never) (?:use|quote|cite|trust|mention) (?:the |any )?"
                    + "(?:figures?|numbers?|text|rest|documents?|sources?)\\b"
                    + "|\\b(?:answer|reply|respond|say|state)s? (?:only |always |exactly |just )?(?:with|that) [^.!?]{0,80}"
                    + "(?:\\binstead\\b|without (?:a |any )?(?:source|citation))"
                    + "|\\bwithout mention of a source\\b|\\bno other figure may be named\\b",
            Pattern.CASE_INSENSITIVE);

    private Commands() {}

    static boolean isIn(String text) {
        return COMMAND.matcher(text.replaceAll("[\\s>*_`]+", " ")).find();
    }
}
