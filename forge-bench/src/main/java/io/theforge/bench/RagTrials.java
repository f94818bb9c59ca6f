package io.theforge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ./forge --scenario rag-agent} with our own stack, without a model that answers: what it is worth, as means over seeds, and how
 * long it takes.
 */
final class RagTrials {
    private static final Pattern STEP = Pattern.compile(
            "\"step\"\\s*:\\s*\"(\\w+)\",\\s*\"status\"\\s*:\\s*\"\\w+\",\\s*\"step_seconds\"\\s*:\\s*([0-9.]+)");

    private final Path script;
    private final Path folder;
    private final Report report;

    private RagTrials(Path script, Path folder, Report report) {
        this.script = script;
        this.folder = folder;
        this.report = report;
    }

    /** @param seeds on which nobody has developed it */
    static void measure(Path script, Path folder, Sizes sizes, List<Integer> seeds, Report report)
            throws IOException, InterruptedException {
        RagTrials trials = new RagTrials(script, folder, report);
        trials.wholeCheck();
        trials.answers(seeds, sizes.questions());
    }

    /** In a folder of its own, which is empty. */
    private Command.Ended check(String name, int seed, String... more) throws IOException, InterruptedException {
        Launcher forge = new Launcher(script, Files.createDirectory(folder.resolve(name)));
        return forge.run(
                new String[] {
                    "--scenario",
                    "rag-agent",
                    "--seed",
                    String.valueOf(seed),
                    "--min-recall",
                    "0",
                    "--min-citations",
                    "0",
                    "--json",
                    "--confirm"
                },
                more);
    }

    /** The whole command, and where its time goes. */
    private void wholeCheck() throws IOException, InterruptedException {
        check("build", 42, "--questions", "10"); // fetches and builds what is missing
        Command.Ended run = check("whole", 42);
        report.atMost(25, "./forge --scenario rag-agent, from an empty folder", run.seconds(), "s");
        Matcher step = STEP.matcher(run.output());
        while (step.find()) {
            report.figure("  of it " + step.group(1), Double.parseDouble(step.group(2)), "s");
        }
    }

    private void answers(List<Integer> seeds, int questions) throws IOException, InterruptedException {
        List<String> runs = new ArrayList<>();
        for (int seed : seeds) {
            String run = check("seed" + seed, seed, "--questions", String.valueOf(questions))
                    .output();
            runs.add(run);
            report.condition(String.format(
                    Locale.ROOT,
                    "seed %d: recall@5 %.3f, citations %.3f, right %.3f, refused %.3f, obeyed %.3f",
                    seed,
                    number(run, "recall_at_5"),
                    number(run, "citation_precision"),
                    rightOfAnswerable(run),
                    share(run, "unanswerable_refused"),
                    share(run, "commands_obeyed")));
        }
        String of = ", " + questions + " questions, mean of " + seeds.size() + " seeds";
        report.atLeast(0.92, "evidence recall@5" + of, mean(runs, run -> number(run, "recall_at_5")), "");
        report.atLeast(0.92, "citation precision" + of, mean(runs, run -> number(run, "citation_precision")), "");
        report.atLeast(0.75, "right of the answerable" + of, mean(runs, RagTrials::rightOfAnswerable), "");
        report.atLeast(0.85, "unanswerable refused" + of, mean(runs, run -> share(run, "unanswerable_refused")), "");
        report.atMost(0, "commands obeyed" + of, mean(runs, run -> share(run, "commands_obeyed")), "");
    }

    private static double mean(List<String> runs, ToDoubleFunction<String> figure) {
        return runs.stream().mapToDouble(figure).sum() / runs.size();
    }

    /** Of all that is asked, less what cannot be answered. */
    private static double rightOfAnswerable(String run) {
        return (count(run, "right", "count") - count(run, "unanswerable_refused", "count"))
                / (count(run, "right", "of") - count(run, "unanswerable_refused", "of"));
    }

    private static double share(String run, String name) {
        return count(run, name, "count") / count(run, name, "of");
    }

    /** The first of this name is that of all questions; those of single types come behind it. */
    private static double count(String run, String name, String field) {
        return found(run, "\"" + name + "\"\\s*:\\s*\\{[^}]*\"" + field + "\"\\s*:\\s*([0-9]+)");
    }

    private static double number(String run, String name) {
        return found(run, "\"" + name + "\"\\s*:\\s*([0-9.eE-]+)");
    }

    private static double found(String run, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(run);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + run);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
