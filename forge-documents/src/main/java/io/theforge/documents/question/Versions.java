package io.theforge.documents.question;

import io.theforge.documents.fact.Statement;
import io.theforge.documents.house.House;
import io.theforge.documents.house.Policies.Policy;
import io.theforge.documents.house.Policies.Rule;
import io.theforge.documents.text.Draw;
import io.theforge.documents.text.Forms;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions on rules that were replaced: what is valid, and what was. */
final class Versions {
    private final Stated stated;
    private final Wording wording;

    private Versions(Stated stated, Wording wording) {
        this.stated = stated;
        this.wording = wording;
    }

    /** A rule in a version that is stated beside another version of it. */
    private record Ruled(Policy policy, Rule rule, int version, Statement statement) {}

    static List<Pattern> of(Stated stated, Wording wording, House house) {
        Versions versions = new Versions(stated, wording);
        List<Ruled> now = new ArrayList<>();
        List<Ruled> before = new ArrayList<>();
        for (Policy policy : house.policies().all()) {
            for (Rule rule : policy.rules()) {
                for (int v = 0; v < policy.versions(); v++) {
                    Statement statement = stated.only(Stated.key(policy.fact(rule, v)));
                    if (statement != null && versions.isContested(policy, rule, v)) {
                        (v == policy.versions() - 1 ? now : before).add(new Ruled(policy, rule, v, statement));
                    }
                }
            }
        }
        // minutes and letters tell what was, but not in which version
        List<Ruled> numbered = before.stream()
                .filter(ruled -> ruled.statement().document().startsWith("policies/"))
                .toList();
        return List.of(
                new Pattern(
                        "now",
                        now.size(),
                        (i, draw) -> versions.ask(
                                now.get(i),
                                draw,
                                versions.as(
                                        draw,
                                        "as.now",
                                        "title",
                                        now.get(i).policy().title()))),
                new Pattern(
                        "version",
                        numbered.size(),
                        (i, draw) -> versions.ask(numbered.get(i), draw, versions.ofVersion(draw, numbered.get(i)))),
                new Pattern("day", before.size(), (i, draw) -> versions.ofDay(before.get(i), draw)));
    }

    /** Whether the newest version is told, and one more. */
    private boolean isContested(Policy policy, Rule rule, int version) {
        int newest = policy.versions() - 1;
        boolean hasOther = false;
        for (int v = 0; v < newest; v++) {
            hasOther |= stated.has(Stated.key(policy.fact(rule, v)));
        }
        return stated.has(Stated.key(policy.fact(rule, newest))) && (version < newest || hasOther);
    }

    private String ofVersion(Draw draw, Ruled ruled) {
        return as(
                draw, "as.version", "title", ruled.policy().title(), "version", Integer.toString(ruled.version() + 1));
    }

    private @Nullable Draft ofDay(Ruled ruled, Draw draw) {
        List<LocalDate> from = ruled.policy().from();
        LocalDate first = from.get(ruled.version());
        int days = (int) ChronoUnit.DAYS.between(first, from.get(ruled.version() + 1));
        LocalDate day = first.plusDays(draw.below(days));
        return ask(ruled, draw, as(draw, "as.day", "title", ruled.policy().title(), "day", Forms.day(day)));
    }

    private String as(Draw draw, String section, String... words) {
        return wording.part(draw, section, words);
    }

    private Draft ask(Ruled ruled, Draw draw, String as) {
        String own = "policy." + ruled.rule().measure().id();
        String question = wording.say(
                draw,
                wording.has(own) ? own : "policy",
                "as",
                as,
                "words",
                ruled.rule().measure().words());
        return new Draft(
                question,
                Reply.of(ruled.statement().fact(), wording),
                List.of(ruled.statement()),
                true,
                ruled.statement().fact().sql());
    }
}
