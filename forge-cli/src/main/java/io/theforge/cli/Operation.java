package io.theforge.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be asked for; exactly one at a time. */
enum Operation {
    FULL_NEW,
    DELETE,
    STATUS,
    VERIFY;

    /** The one that the flags name. */
    static Operation of(Flags flags) {
        List<Operation> asked = new ArrayList<>();
        if (flags.operations.fullNew) {
            asked.add(FULL_NEW);
        }
        if (flags.operations.delete) {
            asked.add(DELETE);
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
                    "give one of " + FULL_NEW.flag() + ", " + DELETE.flag() + ", " + STATUS.flag() + ", "
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
        if (first != DELETE) {
            refuseDeletingFlags(first, flags.deleting);
        }
        return first;
    }

    private static void refuseDeletingFlags(Operation operation, Flags.Deleting deleting) {
        String flag = deleting.scope != null
                ? "--scope"
                : deleting.backup != null ? "--backup" : deleting.includeUnmanaged ? "--include-unmanaged" : null;
        if (flag != null) {
            throw new UsageException(flag, "does not go with " + operation.flag(), "it is for " + DELETE.flag());
        }
    }

    /** Somebody who says {@code --verify --seed 7} would believe that seed 7 had been verified. */
    private static void refuseDatasetFlags(Operation operation, Flags.Dataset dataset) {
        String[][] flags = {
            {"--seed", dataset.seed},
            {"--stores", dataset.stores},
            {"--products", dataset.products},
            {"--start-date", dataset.startDate},
            {"--end-date", dataset.endDate},
            {"--sparsity", dataset.sparsity},
            {"--config", dataset.config},
        };
        for (String[] flag : flags) {
            if (flag[1] != null) {
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
