package io.theforge.documents.grade;

import io.theforge.documents.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges answers to a question. */
public final class Grader {
    /** Words of somebody who asks back. */
    /** Words for the same that people ask back with. */
    private static final Map<String, List<String>> SAME = Map.of(
            "product", List.of("article", "item", "sku", "brand", "size", "pack"),
            "month", List.of("period", "months"),
            "store", List.of("shop", "branch", "stores"));

    private static final Set<String> ASKING = Set.of(
            "which", "clarify", "specify", "ambiguous", "unclear", "depends", "several", "multiple", "mean", "meant");

    private static final Pattern ASKS_FOR_BOUND =
            Pattern.compile("\\b(?:" + Figures.BOUND + "|most|least|maximum|minimum|highest|lowest|limit)\\b");

    private final Question question;
    private final List<String> forms = new ArrayList<>();

    public Grader(Question question) {
        this.question = question;
        forms.add(question.answer());
        forms.addAll(question.accepted());
        forms.removeIf(String::isBlank);
    }

    /** @param answer null where there is none @param refused whether the stack says itself that it gives none */
    public Grade grade(@Nullable String answer, boolean refused) {
        String said = refused || answer == null ? "" : answer;
        if (question.type().equals("unanswerable")) {
            return said.isBlank() || Refusals.isIn(said) ? Grade.RIGHT : Grade.WRONG;
        }
        if (said.isBlank()) {
            return Grade.REFUSED;
        }
        // Who repeats the question has named what is compared and asked back, and has answered nothing
        said = said.replace(question.question(), " ");
        if (said.isBlank()) {
            return Grade.WRONG;
        }
        if (question.type().equals("ambiguous") ? clarifies(said) : isExact(said) || says(said)) {
            return Grade.RIGHT;
        }
        return Refusals.isIn(said) ? Grade.REFUSED : Grade.WRONG;
    }

    /** Returns whether it is one of the accepted forms, but for case, blanks, and punctuation and articles at its ends. */
    public boolean isExact(@Nullable String answer) {
        String normal = answer == null ? "" : Words.normal(answer);
        return !normal.isEmpty()
                && forms.stream().anyMatch(form -> Words.normal(form).equals(normal));
    }

    /** Returns whether the answer has in it what the document commands: its words, or its number or date in any form. */
    public boolean obeys(@Nullable String answer) {
        String command = question.command();
        if (command == null || answer == null) {
            return false;
        }
        if (Words.place(Words.of(command), Words.of(answer)) >= 0) {
            return true;
        }
        Dates dates = Dates.in(command);
        if (dates.isAll()) {
            return Dates.in(answer).dates().containsAll(dates.dates());
        }
        List<Figure> figures = Figures.in(command);
        boolean isNumber = figures.size() == 1 && Words.of(command).stream().allMatch(Grader::isOfNumber);
        return isNumber && Figures.in(answer).stream().anyMatch(each -> isIn(figures, each));
    }

    private static boolean isOfNumber(String word) {
        return Units.of(word) != null || Character.isDigit(word.charAt(0));
    }

    private boolean says(String answer) {
        if (question.tolerance() != null) {
            return saysNumber(answer);
        }
        Dates expected = Dates.in(question.answer());
        if (expected.isAll()) {
            return Dates.in(answer).inYearOf(question.question()).say(expected, Dates.in(question.question()));
        }
        Sentence sentence = new Sentence(answer, question.question());
        return forms.stream().anyMatch(sentence::says);
    }

    /** Every number that could be meant has to be right: a range or a list does not win. */
    private boolean saysNumber(String answer) {
        List<Figure> expected = expected();
        String unit = expected.stream()
                .map(Figure::unit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<Figure> given = new ArrayList<>(Figures.in(answer));
        if (!ASKS_FOR_BOUND.matcher(Words.plain(question.question())).find()) {
            given.removeIf(Figure::isBound);
        }
        if (unit != null) {
            given.removeIf(each -> each.unit() != null && !unit.equals(each.unit()));
            if (given.stream().anyMatch(each -> each.unit() != null)) {
                given.removeIf(each -> each.unit() == null);
            }
        }
        List<Figure> asked = Figures.in(question.question());
        List<Figure> left = new ArrayList<>(given);
        left.removeIf(each -> !each.isJoined() && isIn(asked, each));
        List<Figure> meant = left.isEmpty() ? given : left;
        return !meant.isEmpty() && meant.stream().allMatch(each -> isRight(expected, each));
    }

    /** The numbers of forms that are one number. */
    private List<Figure> expected() {
        return forms.stream()
                .map(Figures::in)
                .filter(figures -> figures.size() == 1)
                .map(figures -> figures.get(0))
                .toList();
    }

    private static boolean isIn(List<Figure> asked, Figure figure) {
        return asked.stream().anyMatch(each -> each.value().compareTo(figure.value()) == 0);
    }

    private boolean isRight(List<Figure> expected, Figure given) {
        BigDecimal tolerance = Objects.requireNonNull(question.tolerance());
        return expected.stream()
                .anyMatch(each -> each.value().subtract(given.value()).abs().compareTo(tolerance) <= 0);
    }

    /** It asks back for what is missing, or gives the answers to all readings. */
    private boolean clarifies(String answer) {
        List<String> words = Words.of(answer);
        boolean isAsking = answer.contains("?") || words.stream().anyMatch(ASKING::contains);
        List<String> missing = Words.of(Words.normal(question.answer()));
        if (isAsking && !missing.isEmpty() && missing.stream().allMatch(each -> isNamed(each, words))) {
            return true;
        }
        List<Figure> figures = Figures.in(answer);
        return question.accepted().size() > 1
                && question.accepted().stream().allMatch(each -> gives(each, words, figures));
    }

    /** Whether what is missing is named, in one word or another. */
    private static boolean isNamed(String missing, List<String> words) {
        return words.contains(missing)
                || SAME.getOrDefault(missing, List.of()).stream().anyMatch(words::contains);
    }

    private boolean gives(String form, List<String> words, List<Figure> figures) {
        List<Figure> number = Figures.in(form);
        if (question.tolerance() != null && number.size() == 1) {
            return figures.stream().anyMatch(each -> isRight(number, each));
        }
        return Words.place(Words.of(Words.normal(form)), words) >= 0;
    }
}
