package io.theforge.rag.agent.question;

import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Catalog.Store;
import io.theforge.rag.agent.text.Dates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a question names that there is not: whatever is told without it answers another question. */
public final class Missing {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}]+(?:[_-][\\p{L}\\p{N}]+)*");
    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}.*");
    private static final String NAME =
            "(\\p{Lu}[\\p{L}'\u2019-]*(?: (?:& |and )?\\p{Lu}[\\p{L}'\u2019-]*){0,4}|\\p{L}[\\p{L}'\u2019-]*)";
    /** Words of documents that stand beside "category" and "region" and name none. */
    private static final Set<String> NO_NAMES =
            Set.of("same", "other", "another", "selling", "every", "no", "this", "product", "whichever", "said");

    private static final String NUMBER =
            "((?:\\p{L}{1,4}[_-]?)?\\d+)(?![\\p{L}\\p{N}_-]|[.,]\\d| ?(?:%|units?\\b|days?\\b|pieces\\b|per\\b|usd\\b))";
    private static final Pattern NOT_SOLD = Pattern.compile(
            "\\bhow (?:many|much)\\b.*\\b(?:not|never|cannot|\\p{L}+n['\u2019]t)\\b[^.?]*\\b(?:sold|sell|take|took)\\b");

    private final String own;
    private final Mentions named;
    private final Catalog catalog;
    private final List<String> things = new ArrayList<>();

    private Missing(String own, Mentions named, Catalog catalog) {
        this.own = own;
        this.named = named;
        this.catalog = catalog;
    }

    /** Returns a sentence that says what there is not; null where all is there, or tables do not tell what is. */
    public static @Nullable String in(String question, Mentions named, Catalog catalog) {
        StringBuilder own = new StringBuilder(question);
        for (int i = 0; i < question.length(); i++) {
            if (named.rest().charAt(i) == '|') {
                own.setCharAt(i, '|');
            }
        }
        return new Missing(own.toString(), named, catalog).said();
    }

    private @Nullable String said() {
        List<String> codes = new ArrayList<>();
        CODE.matcher(own).results().forEach(code -> codes.add(code.group()));
        named.quotes().stream().filter(quote -> CODE.matcher(quote).matches()).forEach(codes::add);
        codes(
                "store",
                codes,
                catalog.stores().stream().map(Store::code).collect(Collectors.toCollection(HashSet::new)));
        codes(
                "product",
                codes,
                catalog.products().stream().map(Product::sku).collect(Collectors.toCollection(HashSet::new)));
        numbers("store", "store|shop", catalog.stores().isEmpty());
        numbers("product", "product|article|sku", catalog.products().isEmpty());
        names("category", catalog.categories());
        names("region", catalog.regions());
        Dates.missing(own).forEach(day -> things.add("day or month " + day));
        if (!things.isEmpty()) {
            return "I do not know: there is no "
                    + things.stream().distinct().limit(5).collect(Collectors.joining(", and no ")) + ".";
        }
        return NOT_SOLD.matcher(named.rest()).find()
                ? "I do not know: the tables have what was sold, not what was not."
                : null;
    }

    /** A code is one that is built as those of the tables are: "S00042" where there is "S00001". */
    private void codes(String kind, List<String> words, Set<String> known) {
        Set<String> shapes = known.stream().map(Missing::shape).collect(Collectors.toSet());
        Set<String> small =
                known.stream().map(code -> code.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        for (String word : words) {
            boolean isCode = word.chars().anyMatch(Character::isLetter)
                    && word.chars().anyMatch(Character::isDigit)
                    && shapes.contains(shape(word));
            if (isCode && !small.contains(word.toLowerCase(Locale.ROOT))) {
                things.add(kind + " " + word);
            }
        }
    }

    /** "store 42", where stores have codes of another shape. */
    private void numbers(String kind, String words, boolean isUnknown) {
        Matcher number = Pattern.compile("\\b(?:" + words + ") (?:no\\.? |number )?" + NUMBER, Pattern.CASE_INSENSITIVE)
                .matcher(own);
        while (!isUnknown && number.find()) {
            things.add(kind + " " + number.group(1));
        }
    }

    private static String shape(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("\\d+", "0");
    }

    /** "the Toys category", "region Centre"; in small letters only where a figure is asked for. */
    private void names(String kind, Collection<String> known) {
        if (known.isEmpty()) {
            return;
        }
        Matcher before = Pattern.compile("(?<![\\p{L}\\p{N}|'\u2019-])" + NAME + " " + kind + "\\b")
                .matcher(own);
        while (before.find()) {
            name(kind, before.group(1));
        }
        Matcher small =
                Pattern.compile("\\b(?:of|in|for|from) " + kind + " (\\p{Ll}+)").matcher(own);
        while (small.find()) {
            name(kind, small.group(1));
        }
        Matcher behind = Pattern.compile("\\b" + kind + " " + NAME).matcher(own);
        while (behind.find()) {
            if (CAPITAL.matcher(behind.group(1)).matches()) {
                name(kind, behind.group(1));
            }
        }
    }

    private void name(String kind, String words) {
        String name = words;
        while (isNone(name.split(" ", 2)[0])) {
            int blank = name.indexOf(' ');
            if (blank < 0) {
                return;
            }
            name = name.substring(blank + 1);
        }
        boolean isFigure = false;
        for (Topic topic : Topic.values()) {
            isFigure |= topic.isAskedIn(named.rest());
        }
        if (isFigure || CAPITAL.matcher(name).matches()) {
            things.add(kind + " " + name);
        }
    }

    private static boolean isNone(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return NO_NAMES.contains(small) || Vocabulary.isAllKnown(small);
    }
}
