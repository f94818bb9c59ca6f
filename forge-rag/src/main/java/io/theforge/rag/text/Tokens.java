package io.theforge.rag.text;

/** About how many tokens a text has: near enough to cut by, whatever the model. */
final class Tokens {
    private static final int LETTERS_OF_A_WORD = 8;
    private static final int LETTERS_OF_A_TOKEN = 5;
    private static final int DIGITS_OF_A_TOKEN = 2;

    private Tokens() {}

    static int count(String text) {
        return count(text, 0, text.length());
    }

    static int count(String text, int start, int end) {
        int count = 0;
        int at = start;
        while (at < end) {
            int kind = kind(text.charAt(at));
            int from = at++;
            while (at < end && kind < 2 && kind(text.charAt(at)) == kind) {
                at++;
            }
            int length = at - from;
            count += switch (kind) {
                case 0 -> length <= LETTERS_OF_A_WORD ? 1 : (length + LETTERS_OF_A_TOKEN - 1) / LETTERS_OF_A_TOKEN;
                case 1 -> (length + DIGITS_OF_A_TOKEN - 1) / DIGITS_OF_A_TOKEN;
                case 2 -> 1;
                default -> 0;
            };
        }
        return count;
    }

    /** Letters, digits, signs, blanks. Other scripts than ours mostly have a token for each letter. */
    private static int kind(char letter) {
        if (Character.isDigit(letter)) {
            return 1;
        }
        if (Character.isWhitespace(letter)) {
            return 3;
        }
        return Character.isLetter(letter) && letter < 0x0250 ? 0 : 2;
    }
}
