package io.theforge.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be asked for; exactly one at a time. */
enum Operation {
    FULL_NEW,
    APPEND,
    STATUS,
    VERIFY;

    private static final List<String> OF_APPEND = List.of("--seed", "--start-date", "--end-date");

    /** The one that the flags name. */
    static Operation of(Flags flags) {
        List<Operation> asked = new ArrayList<>();
        if (flags.operations.fullNew) {
            asked.add(FULL_NEW);
        }
        if (flags.operations.append) {
            asked.add(APPEND);
        }
        if (flags.operations.status) {
            asked.add(STATUS);
        }
        if (flags.operations.verify) {
            asked.add(VERIFY);
        }
        if (asked.isEmpty()) {
            throw new UsageException(
                    null,
                    "no operation is given",
                    "give one of " + FULL_NEW.flag() + ", " + APPEND.flag() + ", " + STATUS.flag() + ", "
                            + VERIFY.flag() + " (./forge --help)");
        }
        Operation first = asked.get(0);
        if (asked.size() > 1) {
            String second = asked.get(1).flag();
            throw new UsageException(second, "does not go with " + first.flag(), "give one of them at a time");
        }
        if (first != FULL_NEW) {
            refuseDatasetFlags(first, flags.dataset);
        }
        return first;
    }

    /** Somebody who says {@code --verify --seed 7} would believe that seed 7 had been verified. */
    private static void refuseDatasetFlags(Operation operation, Flags.Dataset dataset) {
        String[][] flags = {
            {"--stores", dataset.stores},
            {"--products", dataset.products},
            {"--sparsity", dataset.sparsity},
            {"--config", dataset.config},
            {"--seed", dataset.seed},
            {"--start-date", dataset.startDate},
            {"--end-date", dataset.endDate},
        };
        for (String[] flag : flags) {
            if (flag[1] != null && !(operation == APPEND && OF_APPEND.contains(flag[0]))) {
                throw new UsageException(
                        flag[0],
                        "does not go with " + operation.flag() + ", which takes what the database holds",
                        "leave it out");
            }
        }
    }

    String flag() {
        return "--" + word();
    }

    /** "full-new", as in flags and results. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** "forge.full_new.completed", as in logs. */
    String event(String what) {
        return "forge." + name().toLowerCase(Locale.ROOT) + "." + what;
    }
}
