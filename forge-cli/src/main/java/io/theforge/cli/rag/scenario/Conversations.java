package io.theforge.cli.rag.scenario;

import io.theforge.cli.rag.host.HostException;
import io.theforge.cli.rag.host.RagHost;
import io.theforge.cli.rag.host.Reply;
import io.theforge.cli.result.Numbers;
import org.jspecify.annotations.Nullable;

/** Asks each question in a session of its own, so that no answer hangs on those before it. */
final class Conversations {
    private final RagHost host;
    private int begun;
    private int endedEarly;

    Conversations(RagHost host) {
        this.host = host;
    }

    /** A session that is over before it has answered once may have come too late: the question is asked in one more. */
    Reply ask(String question) throws InterruptedException {
        Reply reply = inSession(question);
        if (reply == null) {
            endedEarly++;
            reply = inSession(question);
        }
        if (reply == null) {
            throw new HostException(
                    "two sessions in a row had expired before they answered anything",
                    "let the application's sessions live longer");
        }
        return reply;
    }

    private @Nullable Reply inSession(String question) throws InterruptedException {
        String session = host.openSession();
        begun++;
        boolean isDone = false;
        try {
            Reply reply = host.chat(session, question);
            host.endSession(session);
            isDone = true;
            return reply;
        } finally {
            if (!isDone) {
                endQuietly(session);
            }
        }
    }

    /** What went wrong before is what is told. */
    private void endQuietly(String session) {
        boolean isInterrupted = Thread.interrupted();
        try {
            host.endSession(session);
        } catch (HostException e) {
            // it expires by itself
            return;
        } catch (InterruptedException e) {
            isInterrupted = true;
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns what there is to say about the sessions. */
    String told() {
        return Numbers.counted(begun, "session")
                + (endedEarly == 0 ? "" : ", " + Numbers.whole(endedEarly) + " of them expired early");
    }
}
