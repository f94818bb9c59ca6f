package io.theforge.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be asked for; exactly one at a time. */
enum Operation {
    FULL_NEW,
    APPEND,
    DELETE,
    STATUS,
    VERIFY,
    RUNS(true),
    RUNS_SHOW(true),
    SCENARIOS(true),
    SCENARIOS_SHOW(true),
    CONFIG_SHOW(true),
    CONFIG_SCHEMA(true),
    CONFIG_INIT(true),
    PROTECT(true),
    UNPROTECT(true),
    PREVIEW(true),
    UPLIFT(true),
    ORACLE(true),
    SCORE(true);

    private static final String SEE = "./forge scenarios lists what there is";
    private static final List<String> OF_APPEND = List.of("--seed", "--start-date", "--end-date");

    private final boolean isCommand;

    Operation() {
        this(false);
    }

    /** @param isCommand whether it is asked for by a word, not by a flag */
    Operation(boolean isCommand) {
        this.isCommand = isCommand;
    }

    /** What the arguments name, however wrong the rest of them may be; null when they name nothing. */
    static @Nullable Operation named(List<String> arguments) {
        Operation found = null;
        for (Operation each : values()) {
            List<String> words = List.of(each.flag().split(" "));
            boolean named = each.isCommand
                    ? arguments.size() >= words.size()
                            && arguments.subList(0, words.size()).equals(words)
                    : found == null && arguments.contains(each.flag());
            found = named ? each : found;
        }
        boolean scenarioAlone = found == null && arguments.stream().anyMatch(word -> word.startsWith("--scenario"));
        return scenarioAlone ? FULL_NEW : found;
    }

    /** The one that the flags name. */
    static Operation of(Flags flags) {
        List<Operation> asked = new ArrayList<>();
        if (flags.operations.fullNew) {
            asked.add(FULL_NEW);
        }
        if (flags.operations.append) {
            asked.add(APPEND);
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
        if (flags.command != null) {
            asked.add(flags.command);
        }
        if ("rag-agent".equals(flags.dataset.scenario)) {
            throw new UsageException(
                    "--scenario", "rag-agent, the check of a stack from end to end, is not in this version", SEE);
        }
        if (asked.isEmpty() && flags.dataset.scenario != null) {
            asked.add(FULL_NEW);
        }
        if (asked.isEmpty()) {
            throw new UsageException(
                    null,
                    "no operation is given",
                    "give one of " + FULL_NEW.flag() + ", " + APPEND.flag() + ", " + DELETE.flag() + ", "
                            + STATUS.flag() + ", " + VERIFY.flag() + " (./forge --help)");
        }
        Operation first = asked.get(0);
        if (asked.size() > 1) {
            String second = asked.get(1).flag();
            throw new UsageException(second, "does not go with " + first.flag(), "give one of them at a time");
        }
        if (flags.operations.realism && first != VERIFY) {
            throw new UsageException("--realism", "does not go with " + first.flag(), "it is for " + VERIFY.flag());
        }
        if (flags.work.truth && first != FULL_NEW && first != APPEND) {
            throw new UsageException(
                    "--truth",
                    "does not go with " + first.flag(),
                    "it is for " + FULL_NEW.flag() + " and " + APPEND.flag());
        }
        if (first != FULL_NEW) {
            if (flags.work.includeUnmanaged && first != DELETE) {
                throw new UsageException(
                        "--include-unmanaged",
                        "does not go with " + first.flag() + ", which leaves rows of others as they are",
                        "leave it out");
            }
            if (first != CONFIG_SHOW && first != PREVIEW) {
                refuseDatasetFlags(first, flags.dataset);
            }
        }
        if (!first.needsDatabase()) {
            refuseDatabaseFlags(first, flags.work);
        }
        if (first != DELETE) {
            refuseDeletingFlags(first, flags.deleting);
        }
        return first;
    }

    private static void refuseDeletingFlags(Operation operation, Flags.Deleting deleting) {
        String flag = deleting.scope != null ? "--scope" : deleting.backup != null ? "--backup" : null;
        if (flag != null) {
            throw new UsageException(flag, "does not go with " + operation.flag(), "it is for " + DELETE.flag());
        }
    }

    private static void refuseDatabaseFlags(Operation operation, Flags.Work work) {
        String flag = work.database != null
                ? "--database"
                : work.confirm ? "--confirm" : work.dryRun ? "--dry-run" : work.noVerify ? "--no-verify" : null;
        if (flag != null) {
            throw new UsageException(
                    flag, "does not go with " + operation.flag() + ", which opens no database", "leave it out");
        }
    }

    /** Somebody who says {@code --verify --seed 7} would believe that seed 7 had been verified. */
    private static void refuseDatasetFlags(Operation operation, Flags.Dataset dataset) {
        String[][] flags = {
            {"--stores", dataset.stores},
            {"--products", dataset.products},
            {"--sparsity", dataset.sparsity},
            {"--scenario", dataset.scenario},
            {"--config", dataset.config},
            {"--without", dataset.without.isEmpty() ? null : dataset.without.get(0)},
            {"--seed", dataset.seed},
            {"--start-date", dataset.startDate},
            {"--end-date", dataset.endDate},
        };
        for (String[] flag : flags) {
            if (flag[1] != null && !(operation == APPEND && OF_APPEND.contains(flag[0]))) {
                throw new UsageException(
                        flag[0],
                        "does not go with " + operation.flag()
                                + (operation.needsDatabase() ? ", which takes what the database holds" : ""),
                        "leave it out");
            }
        }
    }

    /** "--full-new", "runs show": as people write it. */
    String flag() {
        return isCommand ? word().replace('-', ' ') : "--" + word();
    }

    /** Whether a database is looked into. */
    boolean needsDatabase() {
        return switch (this) {
            case CONFIG_SHOW, CONFIG_SCHEMA, CONFIG_INIT, SCENARIOS, SCENARIOS_SHOW, PREVIEW -> false;
            default -> true;
        };
    }

    /** Whether it changes what a database holds. */
    boolean writes() {
        return switch (this) {
            case FULL_NEW, APPEND, DELETE, PROTECT, UNPROTECT -> true;
            default -> false;
        };
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
