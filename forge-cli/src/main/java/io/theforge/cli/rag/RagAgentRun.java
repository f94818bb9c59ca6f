package io.theforge.cli.rag;

import io.theforge.cli.command.Context;
import io.theforge.cli.rag.host.HostAddress;
import io.theforge.cli.rag.host.HostException;
import io.theforge.cli.rag.host.RagHost;
import io.theforge.cli.rag.scenario.ChosenQuestions;
import io.theforge.cli.rag.scenario.RunDocuments;
import io.theforge.cli.rag.scenario.Scenario;
import io.theforge.cli.rag.scenario.StackScore;
import io.theforge.cli.rag.scenario.Steps;
import io.theforge.cli.rag.scenario.Thresholds;
import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.Shell;
import io.theforge.cli.result.UsageException;
import io.theforge.cli.serve.StackProgram;
import io.theforge.cli.serve.StackProgram.RunningStack;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.documents.DocumentSet;
import io.theforge.documents.Question;
import io.theforge.documents.question.QuestionSet;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** One run of the check, or what it would be. */
final class RagAgentRun {
    private static final int DOCUMENTS = 200;
    private static final int SECONDS_TO_CLEAN_UP = 30;

    private final Context context;
    private final DatabaseUrl database;
    private final CheckedDataset dataset;
    private final @Nullable HostAddress address;
    private final int count;
    private final Thresholds thresholds;
    private final Steps steps;
    private @Nullable RunDocuments documents;
    private List<Question> questions = List.of();

    /** @param address null for our own stack @param count how many questions */
    RagAgentRun(
            Context context,
            DatabaseUrl database,
            CheckedDataset dataset,
            @Nullable HostAddress address,
            int count,
            Thresholds thresholds) {
        this.context = context;
        this.database = database;
        this.dataset = dataset;
        this.address = address;
        this.count = count;
        this.thresholds = thresholds;
        steps = new Steps(context.progress(), context.process().terminal());
    }

    /** Returns what would be done; nothing is written, and the stack is not called. */
    Result planned() {
        plan();
        RagAgentJson json = json(steps.planned(), null);
        List<String> lines = RagAgentText.planned(steps.planned(), target(), thresholds);
        lines.add("");
        lines.add("dry run: nothing has been written or called");
        return Result.done("planned", json.fields(), lines);
    }

    /** Returns the same as a refusal that names the command which does it. */
    Result unconfirmed() {
        plan();
        String[] confirmed = Arrays.copyOf(context.arguments(), context.arguments().length + 1);
        confirmed[confirmed.length - 1] = "--confirm";
        Failure failure = new Failure(
                Exit.REFUSED,
                "confirmation_needed",
                null,
                "nothing has been done: --scenario rag-agent indexes documents, and --confirm is missing",
                "this does it: " + Shell.command(confirmed));
        return Result.failed(
                failure,
                json(steps.planned(), null).fields(),
                RagAgentText.planned(steps.planned(), target(), thresholds));
    }

    private void plan() {
        plan(makeDocuments());
    }

    /** Where there is an address, it is tried first: a wrong one has to fill no database. */
    private void plan(String made) {
        if (address != null) {
            Scenario.planHealth(steps);
        }
        steps.plan("dataset", dataset.told());
        steps.plan("documents", made);
        if (address == null) {
            steps.plan("start", "our own stack, on a free port of this machine");
            Scenario.planHealth(steps);
        }
        Scenario.plan(steps, documents == null ? 0 : documents.size(), questions.size());
    }

    private String makeDocuments() {
        DocumentSet set = DocumentSet.of(
                dataset.plan(), DOCUMENTS, dataset.settings().operational().workers());
        documents = new RunDocuments(set.all());
        questions = ChosenQuestions.of(QuestionSet.of(set).questions(), count);
        return Numbers.counted(documents.size(), "document") + ", "
                + Numbers.counted(questions.size(), "question") + " of "
                + Numbers.counted(
                        questions.stream().map(Question::type).distinct().count(), "type");
    }

    private RunDocuments documents() {
        return Objects.requireNonNull(documents);
    }

    /** Does it. */
    Result carriedOut(Warehouse warehouse) {
        StackProgram own = address == null ? ownStack() : null;
        if (address != null && address.isTokenInTheOpen()) {
            context.console().warn("FORGE_API_TOKEN goes to " + address + " unencrypted; an address of https keeps it");
        }
        plan("");
        RagHost given = address == null ? null : new RagHost(address);
        try {
            if (given != null) {
                Scenario.checkHealth(given, steps);
            }
            steps.runTelling("dataset", () -> dataset.ready(context, warehouse));
            warehouse.close();
            steps.run("documents", null, this::makeDocuments);
            context.console().endByItself(SECONDS_TO_CLEAN_UP, leftBehind());
            if (own == null) {
                return checked(Objects.requireNonNull(given));
            }
            try (OwnStack stack = new OwnStack(own)) {
                steps.run("start", null, () -> stack.start(context, database));
                RagHost host = new RagHost(stack.address(context));
                Scenario.checkHealth(host, steps);
                return checked(host);
            }
        } catch (HostException e) {
            return failed(
                    new Failure(Exit.FAILED, "application", failedStep(), String.valueOf(e.getMessage()), e.remedy()));
        } catch (InterruptedException e) {
            return failed(interrupted(e));
        }
    }

    private Result checked(RagHost host) throws InterruptedException {
        StackScore score = new Scenario(host, documents(), questions, steps).run(thresholds);
        RagAgentJson json = json(steps.all(), score);
        List<String> lines = RagAgentText.lines(steps.all(), target(), score);
        return score.isRecallReached() && score.areCitationsReached()
                ? Result.done("completed", json.fields(), lines)
                : Result.failed(RagAgentText.missed(score), json.fields(), lines);
    }

    private static StackProgram ownStack() {
        return ServiceLoader.load(StackProgram.class)
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--api-url",
                        "is missing, and our own stack is not part of this program",
                        "give the address of a stack, as in --api-url http://localhost:8123, or start it by the script ./forge,"
                                + " which fetches our own"));
    }

    private @Nullable String failedStep() {
        return steps.all().stream()
                .filter(step -> step.status().equals("failed"))
                .map(Steps.Step::name)
                .findFirst()
                .orElse(null);
    }

    private Failure interrupted(InterruptedException e) {
        if (e.getSuppressed().length > 0 && e.getSuppressed()[0] instanceof HostException left) {
            return new Failure(Exit.FAILED, "interrupted", null, "interrupted: " + left.getMessage(), left.remedy());
        }
        return new Failure(
                Exit.FAILED,
                "interrupted",
                null,
                "interrupted: what this run had indexed has been removed",
                "run the command again");
    }

    private Failure leftBehind() {
        return new Failure(
                Exit.FAILED,
                "interrupted",
                null,
                "interrupted: what this run had indexed could not be removed within " + SECONDS_TO_CLEAN_UP + " s",
                "remove each source whose path begins with " + documents().prefix());
    }

    private Result failed(Failure failure) {
        return Result.failed(failure, json(steps.all(), null).fields(), RagAgentText.steps(steps.all(), target()));
    }

    private RagAgentJson json(List<Steps.Step> shown, @Nullable StackScore score) {
        return new RagAgentJson(dataset.seed(), target(), documents, questions.size(), shown, thresholds, score);
    }

    private String target() {
        return address == null ? "our own stack" : address.toString();
    }

    /** Our own stack, from its start to its end. */
    private static final class OwnStack implements AutoCloseable {
        private final StackProgram program;
        private @Nullable RunningStack running;

        OwnStack(StackProgram program) {
            this.program = program;
        }

        String start(Context context, DatabaseUrl database) {
            RunningStack started = program.start(context, database);
            running = started;
            return "listens on " + started.address();
        }

        HostAddress address(Context context) {
            RunningStack started = Objects.requireNonNull(running);
            return new HostAddress(started.address(), started.token(), HostAddress.limit(context.environment()));
        }

        @Override
        public void close() {
            if (running != null) {
                running.close();
            }
        }
    }
}
