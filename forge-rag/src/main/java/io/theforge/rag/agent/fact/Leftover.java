package io.theforge.rag.agent.fact;

import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.text.Terms;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a question asks for more than a slot is: its further words say that something else is meant. */
final class Leftover {
    private static final Set<String> KNOWN = new HashSet<>(Terms.of(
            "agreed announce announced action article articles product store supplier suppliers stockout unusual day days sales units in"
                    + " order orders value delivery deliveries take takes long time report stock began begin meeting recorded paid terms"
                    + " give planned change expected normally sold invoices according last placed from on effect event incident"
                    + " year term per cent percent usd our the of out account person chain house buy buys happened"));
    private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}[\\p{L}'\u2019-]*");

    private Leftover() {}

    static boolean isNone(Slot slot, Mentions named, String question) {
        Set<String> left = new HashSet<>(Terms.of(slot.without(named.rest())));
        left.removeAll(KNOWN);
        NAME.matcher(question).results().skip(1).forEach(name -> left.removeAll(Terms.of(name.group())));
        left.removeIf(term -> term.matches(".*\\d.*"));
        return left.isEmpty();
    }
}
