package io.theforge.cli.rag.scenario;

import io.theforge.cli.rag.host.Chunk;
import io.theforge.cli.rag.host.HostException;
import io.theforge.cli.rag.host.RagHost;
import io.theforge.cli.rag.host.Reply;
import io.theforge.cli.rag.host.Source;
import io.theforge.cli.result.Numbers;
import io.theforge.documents.Document;
import io.theforge.documents.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stack from index to cleanup: documents in, questions asked, answers judged, documents out. Whatever happens on the way, what this run
 * has put into the index is taken out again as far as the host lets us.
 */
public final class Scenario {
    /** Where others have sources too, theirs stand between ours. */
    private static final int AMONG_OTHERS = 20;

    private final RagHost host;
    private final RunDocuments documents;
    private final List<Question> questions;
    private final Steps steps;
    private final List<List<Chunk>> found = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private List<Source> before = List.of();
    private boolean isAmongOthers;

    public Scenario(RagHost host, RunDocuments documents, List<Question> questions, Steps steps) {
        this.host = host;
        this.documents = documents;
        this.questions = questions;
        this.steps = steps;
    }

    /** Asks whether a stack is there, before anything is done for it. @throws HostException when it is not */
    public static void checkHealth(RagHost host, Steps steps) throws InterruptedException {
        steps.run("health", null, () -> {
            host.checkHealth();
            return "ok";
        });
    }

    /** Names the first step. */
    public static void planHealth(Steps steps) {
        steps.plan("health", "GET /health");
    }

    /** Names the steps that are to come after it. */
    public static void plan(Steps steps, int documents, int questions) {
        steps.plan("sources", "GET /rag/sources: what is in the index before");
        steps.plan("index", "POST /rag/index for each of " + Numbers.counted(documents, "document"));
        steps.plan("retrieve", "POST /rag/retrieve for each of " + Numbers.counted(questions, "question"));
        steps.plan("session", "POST, GET and DELETE /agents/sessions");
        steps.plan("chat", "POST /agents/sessions/{id}/chat for each question, in a session of its own");
        steps.plan("remove", "DELETE /rag/sources/{id} for each source of this run");
        steps.plan("compare", "GET /rag/sources: what was there before is as it was");
    }

    /**
     * Runs it, with a stack that is there.
     *
     * @return what the answers are worth
     * @throws HostException when a step could not be done
     * @throws InterruptedException when it was told to end; what it had begun has been put in order
     */
    public StackScore run(Thresholds thresholds) throws InterruptedException {
        steps.run("sources", null, () -> {
            before = host.sources();
            return Numbers.counted(before.size(), "source") + " before";
        });
        Throwable failure = null;
        try {
            work();
        } catch (InterruptedException | RuntimeException | Error e) {
            failure = e;
        }
        boolean isInterrupted = Thread.interrupted() || failure instanceof InterruptedException;
        HostException cleanup = cleanedUp();
        if (isInterrupted) {
            throw interrupted(cleanup);
        }
        if (failure != null && !(failure instanceof HostException)) {
            throw new IllegalStateException("sources under " + documents.prefix() + ": " + told(cleanup), failure);
        }
        if (cleanup != null || failure != null) {
            throw joined((HostException) failure, cleanup);
        }
        return new StackScore(asked, thresholds);
    }

    private static String told(@Nullable HostException cleanup) {
        return cleanup == null ? "removed" : String.valueOf(cleanup.getMessage());
    }

    private static InterruptedException interrupted(@Nullable HostException cleanup) {
        InterruptedException interrupted = new InterruptedException();
        if (cleanup != null) {
            interrupted.addSuppressed(cleanup);
        }
        return interrupted;
    }

    /** What is left in the index has to be told, and why it came to that too. */
    private static HostException joined(@Nullable HostException failure, @Nullable HostException cleanup) {
        if (failure == null || cleanup == null) {
            return failure != null ? failure : Objects.requireNonNull(cleanup);
        }
        return new HostException(failure.getMessage() + "; and " + cleanup.getMessage(), cleanup.remedy());
    }

    private @Nullable HostException cleanedUp() {
        Cleanup cleanup = new Cleanup(host, documents);
        try {
            steps.run("remove", documents.size(), () -> cleanup.remove(steps));
            steps.run("compare", null, () -> cleanup.compare(before));
            return null;
        } catch (HostException e) {
            return e;
        } catch (InterruptedException e) {
            return new HostException(
                    "sources of this run may be left: removing them was interrupted",
                    "remove each source whose path begins with " + documents.prefix());
        }
    }

    private void work() throws InterruptedException {
        steps.run("index", documents.size(), this::index);
        steps.run("retrieve", questions.size(), this::retrieve);
        steps.run("session", null, this::session);
        steps.run("chat", questions.size(), this::chat);
    }

    private String index() throws InterruptedException {
        long chunks = 0;
        for (Document document : documents.all()) {
            chunks += host.index(documents.prefix() + document.path(), document.text());
            steps.advance();
        }
        List<Source> there = host.sources();
        long listed = there.stream()
                .filter(source -> documents.hasIndexed(source.path()))
                .count();
        if (listed < documents.size()) {
            throw new HostException(
                    "of " + Numbers.counted(documents.size(), "document") + " that were indexed GET /rag/sources lists "
                            + Numbers.whole(listed),
                    "look into the application's log, then run it again");
        }
        isAmongOthers = there.size() > listed;
        return Numbers.counted(documents.size(), "document") + ", " + Numbers.counted(chunks, "chunk") + ", under "
                + documents.prefix();
    }

    private String retrieve() throws InterruptedException {
        long pieces = 0;
        for (Question question : questions) {
            List<Chunk> chunks = question.evidence().isEmpty()
                    ? List.of()
                    : host.retrieve(question.question(), isAmongOthers ? AMONG_OTHERS : Judge.CUT);
            found.add(chunks);
            pieces += chunks.size();
            steps.advance();
        }
        return Numbers.counted(pieces, "chunk") + " for "
                + Numbers.counted(
                        questions.stream()
                                .filter(question -> !question.evidence().isEmpty())
                                .count(),
                        "question")
                + " with evidence";
    }

    private String session() throws InterruptedException {
        String session = host.openSession();
        host.checkSession(session);
        host.endSession(session);
        return "begun, read, ended";
    }

    private String chat() throws InterruptedException {
        Judge judge = new Judge(documents);
        Conversations conversations = new Conversations(host);
        for (int i = 0; i < questions.size(); i++) {
            Reply reply = conversations.ask(questions.get(i).question());
            asked.add(judge.judge(questions.get(i), found.get(i), reply));
            steps.advance();
        }
        return Numbers.counted(asked.size(), "question") + " asked, " + conversations.told();
    }
}
