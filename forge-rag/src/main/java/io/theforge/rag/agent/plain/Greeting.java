package io.theforge.rag.agent.plain;

import java.util.List;
import java.util.regex.Pattern;

/** What is no question: it is answered with what can be asked. */
final class Greeting {
    private static final Pattern GREETING = Pattern.compile(
            "^\\W*(?:(?:hello|hi|hey|hiya|greetings|welcome|good (?:morning|day|afternoon|evening|night|bye)|goodbye|bye|cheers"
                    + "|thanks|thank you|thx|ok|okay|please|help|how are you|who are you|what can (?:you do|i ask))"
                    + "(?: (?:there|all|everyone|again|to you|you|very much|so much|a lot|doing|today|me|for your help|for the help))*\\W*){1,4}$",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_LETTERS = 100;

    private Greeting() {}

    static boolean is(String message) {
        return message.length() <= MOST_LETTERS && GREETING.matcher(message).matches();
    }

    static Answer answer() {
        return new Answer(
                "Please ask me what stores and products sold, or what the documents that are indexed say,"
                        + " such as \"How many units did store S00001 sell in March 2024?\"",
                List.of());
    }
}
