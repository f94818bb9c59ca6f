package io.theforge.rag.agent.fact;

import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.table.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of people and firms in a text: words with capitals that are no store, product or date. */
final class Names {
    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}\\u2019'-]*\\p{Ll}[\\p{L}\\u2019'-]*\\.?(?: (?:& |and (?=\\p{Lu})|of (?=\\p{Lu}))?\\p{Lu}[\\p{L}\\u2019'-]*\\.?){0,8}");
    /** Words that begin a sentence and are no part of the name after them. */
    private static final Set<String> FIRST = Set.of(
            "Ask",
            "Call",
            "Write",
            "Contact",
            "Please",
            "Kindly",
            "Speak",
            "Chair",
            "Present",
            "Participants",
            "Attendance",
            "In",
            "On",
            "Your",
            "Our",
            "The",
            "It",
            "For",
            "From",
            "By",
            "With",
            "Orders",
            "Purchase",
            "Supplier",
            "Deliveries",
            "Who",
            "What",
            "When",
            "Which",
            "How",
            "Whom",
            "Where",
            "Why",
            "Is",
            "Did",
            "Does",
            "Was",
            "Within",
            "Send",
            "See",
            "Manager",
            "Store",
            "Dear");

    /** What someone is, which is no name: "Regional Manager West". */
    private static final Pattern TITLE = Pattern.compile(
            "^(?:(?:Regional|Deputy|Assistant|General|Senior|Area|District|Store|Shop|Branch|Team|Duty|Policy|Category) )*"
                    + "(?:Manager|Director|Head|Supervisor|Buyer|Officer|Owner|Leader)\\b\\W*");

    private Names() {}

    /** A name in a text. */
    record Named(int start, int end, String name) {}

    static List<Named> in(String text, Catalog catalog) {
        String rest = Mentions.in(text, catalog).rest();
        StringBuilder own = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (rest.charAt(i) == '|') {
                own.setCharAt(i, '|');
            }
        }
        List<Named> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(own);
        while (matcher.find()) {
            int start = matcher.start();
            String name = matcher.group();
            int blank = name.indexOf(' ');
            while (blank > 0 && FIRST.contains(name.substring(0, blank))) {
                start += blank + 1;
                name = name.substring(blank + 1);
                blank = name.indexOf(' ');
            }
            Matcher title = TITLE.matcher(name);
            if (title.find()) {
                start += title.end();
                name = name.substring(title.end());
            }
            name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
            if (!name.isEmpty() && !FIRST.contains(name) && !name.startsWith("of ")) {
                names.add(new Named(start, start + name.length(), name));
            }
        }
        return names;
    }

    /** Returns those of two words at least. */
    static List<Named> whole(String text, Catalog catalog) {
        return in(text, catalog).stream()
                .filter(name -> name.name().indexOf(' ') > 0)
                .toList();
    }
}
