package io.theforge.export.dirt.undo;

import io.theforge.config.model.DirtKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Rules as they stand under dirt: in a file. */
final class RandomRules {
    /** One for each kind. */
    static final String EACH_KIND = Arrays.stream(DirtKind.values())
            .map(kind -> "{kind: " + kind.word() + ", rate: " + (kind.ordinal() < 38 ? "0.05" : "0.4") + "}")
            .collect(Collectors.joining(", ", "[", "]"));

    private RandomRules() {}

    /** Returns some, which need not fit a format. */
    static String of(Random random) {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            DirtKind kind = DirtKind.values()[random.nextInt(DirtKind.values().length)];
            String limits = switch (random.nextInt(6)) {
                case 0 -> ", stores: [S00002]";
                case 1 -> ", products: [SKU-000001, SKU-000003]";
                case 2 -> ", start: \"2024-02-01\"";
                case 3 -> ", start: \"2024-01-20\", end: \"2024-02-20\"";
                default -> "";
            };
            double rate = random.nextInt(4) == 0 ? 1 : random.nextInt(1, 100) / 100.0;
            rules.add("{kind: " + kind.word() + ", rate: " + rate + limits + "}");
        }
        return rules.stream().collect(Collectors.joining(", ", "[", "]"));
    }
}
