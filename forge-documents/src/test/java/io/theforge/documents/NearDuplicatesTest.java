package io.theforge.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Five words that follow each other in a paragraph are a shingle; tables, headings, links and front matter are not looked at. */
class NearDuplicatesTest {
    private static final double MOST = 0.3;

    private record Shingled(String subject, String path, Set<String> shingles) {}

    private static Shingled shingled(Document document) {
        Set<String> shingles = new HashSet<>();
        String body = document.text().substring(document.text().indexOf("\n---\n") + 5);
        for (String line : body.split("\n")) {
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("|") || line.startsWith("- [")) {
                continue;
            }
            String[] words = line.split("[^\\p{Alnum}.,'%-]+");
            for (int i = 0; i + 5 <= words.length; i++) {
                shingles.add(String.join(" ", List.of(words).subList(i, i + 5)));
            }
        }
        return new Shingled(subject(document.path()), document.path(), shingles);
    }

    /** Versions of a policy have one subject. */
    private static String subject(String path) {
        return path.replaceAll("-v\\d", "");
    }

    @Test
    void inTheDefaultSetNoShortDocumentSharesThirtyPerCentOfItsShinglesWithAnother() {
        assertThat(tooNear(200, (one, other, shared) -> shared > MOST * Math.min(one, other)))
                .isEmpty();
    }

    @Test
    void inTheLargestSetNoTwoDocumentsOfDifferentSubjectsShareThirtyPerCentOfTheirShingles() {
        assertThat(tooNear(2000, (one, other, shared) -> shared > MOST * (one + other - shared)))
                .isEmpty();
    }

    /** Whether two documents with so many shingles share too many. */
    private interface Near {
        boolean test(int one, int other, int shared);
    }

    private static List<String> tooNear(int count, Near near) {
        List<Shingled> all = DocumentSet.of(Shops.standard(), count, 2).all().stream()
                .map(NearDuplicatesTest::shingled)
                .toList();
        Map<String, List<Integer>> where = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (String shingle : all.get(i).shingles()) {
                where.computeIfAbsent(shingle, key -> new ArrayList<>()).add(i);
            }
        }
        int[][] shared = new int[all.size()][all.size()];
        for (List<Integer> documents : where.values()) {
            for (int i : documents) {
                for (int j : documents) {
                    shared[i][j]++;
                }
            }
        }
        List<String> tooNear = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                Shingled one = all.get(i);
                Shingled other = all.get(j);
                if (!one.subject().equals(other.subject())
                        && near.test(one.shingles().size(), other.shingles().size(), shared[i][j])) {
                    tooNear.add(one.path() + " " + other.path());
                }
            }
        }
        return tooNear;
    }
}
