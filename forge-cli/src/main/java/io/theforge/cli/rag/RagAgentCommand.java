package io.theforge.cli.rag;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.input.ConfirmFlag;
import io.theforge.cli.input.DryRunFlag;
import io.theforge.cli.input.TextValue;
import io.theforge.cli.rag.host.HostAddress;
import io.theforge.cli.rag.scenario.Thresholds;
import io.theforge.cli.result.Result;
import io.theforge.database.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code forge --scenario rag-agent}: a stack that retrieves and answers, checked from end to end. */
@Command(
        description = {
            "Checks a stack that answers questions about documents, from index to cleanup.",
            "It indexes documents about the dataset, asks questions whose answers are known, and holds what is",
            "found, cited and answered against the truth. What it has indexed is removed again in any case.",
            "Without an address it checks our own stack, started in the process; the first such run fetches",
            "the libraries for it, about 140 MB. An empty database gets the default dataset first.",
            "FORGE_API_TOKEN is sent to an address as a bearer token.",
        },
        footer = {
            "./forge --scenario rag-agent --dry-run",
            "./forge --scenario rag-agent --seed 42 --confirm",
            "./forge --scenario rag-agent --api-url http://localhost:8000 --questions 100 --confirm",
        })
public final class RagAgentCommand extends DatabaseCommand {
    private static final int LEAST_QUESTIONS = 10;
    private static final int MOST_QUESTIONS = 320;
    private static final int USUAL_QUESTIONS = 60;
    private static final double USUAL_SHARE = 0.8;

    @Option(
            names = "--seed",
            paramLabel = "INTEGER",
            description = "has to be the dataset's; of an empty database, what to make (42)")
    @Nullable
    String seed;

    @Option(names = "--api-url", paramLabel = "URL", description = "the stack to check (FORGE_API_URL, else our own)")
    @Nullable
    String apiUrl;

    @Option(
            names = "--questions",
            paramLabel = "N",
            description = "how many to ask, of all ten types alike, 10 to 320 (60)")
    @Nullable
    String questions;

    @Option(
            names = "--min-recall",
            paramLabel = "SHARE",
            description = "how much of the evidence has to be among the first five, 0 to 1 (0.8)")
    @Nullable
    String minRecall;

    @Option(
            names = "--min-citations",
            paramLabel = "SHARE",
            description = "how many of the citations have to be right, 0 to 1 (0.8)")
    @Nullable
    String minCitations;

    @Mixin
    private final ConfirmFlag confirm = new ConfirmFlag();

    @Mixin
    private final DryRunFlag dryRun = new DryRunFlag();

    @Override
    protected Result run(Context context) {
        if (!dryRun.given()) {
            context.environment().productionGuard().check("--scenario rag-agent");
        }
        Integer count = TextValue.read("--questions", questions, value -> value.whole(LEAST_QUESTIONS, MOST_QUESTIONS));
        Thresholds thresholds =
                new Thresholds(share("--min-recall", minRecall), share("--min-citations", minCitations));
        Long wanted = TextValue.read("--seed", seed, TextValue::seed);
        HostAddress address = HostAddress.of(apiUrl, context.environment());
        try (Warehouse warehouse = warehouse(context)) {
            context.console().target(warehouse.name());
            CheckedDataset dataset = CheckedDataset.of(context, warehouse, wanted, dryRun.given());
            RagAgentRun run = new RagAgentRun(
                    context, url(), dataset, address, count == null ? USUAL_QUESTIONS : count, thresholds);
            if (dryRun.given()) {
                return run.planned();
            }
            return confirm.confirmed(context.environment(), false) ? run.carriedOut(warehouse) : run.unconfirmed();
        }
    }

    private static double share(String flag, @Nullable String given) {
        Double share = TextValue.read(flag, given, TextValue::share);
        return share == null ? USUAL_SHARE : share;
    }
}
