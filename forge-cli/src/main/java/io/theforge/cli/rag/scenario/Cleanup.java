package io.theforge.cli.rag.scenario;

import io.theforge.cli.rag.host.HostException;
import io.theforge.cli.rag.host.RagHost;
import io.theforge.cli.rag.host.Source;
import io.theforge.cli.result.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Takes out of the index what a run has put in, and looks whether the rest is as it was. */
final class Cleanup {
    /** A document that was under way when the run was ended may arrive late. */
    private static final int ROUNDS = 3;

    private static final int NAMED = 3;

    private final RagHost host;
    private final RunDocuments documents;

    Cleanup(RagHost host, RunDocuments documents) {
        this.host = host;
        this.documents = documents;
    }

    /** @throws HostException naming what is left */
    String remove(Steps steps) throws InterruptedException {
        int removed = 0;
        List<Source> left = left();
        for (int round = 0; !left.isEmpty() && round < ROUNDS; round++) {
            for (Source source : left) {
                remove(source);
                removed++;
                steps.advance();
            }
            left = left();
        }
        if (!left.isEmpty()) {
            throw leftOver(Numbers.counted(left.size(), "source") + " still there", "they are listed after removal");
        }
        return Numbers.counted(removed, "source") + " removed";
    }

    private List<Source> left() throws InterruptedException {
        try {
            return host.sources().stream()
                    .filter(source -> documents.hasIndexed(source.path()))
                    .toList();
        } catch (HostException e) {
            throw leftOver("which of them are there is not known", String.valueOf(e.getMessage()));
        }
    }

    private void remove(Source source) throws InterruptedException {
        try {
            host.remove(source);
        } catch (HostException e) {
            throw leftOver("not all of them could be removed", String.valueOf(e.getMessage()));
        }
    }

    private HostException leftOver(String what, String why) {
        return new HostException(
                "sources of this run may be left: " + what + " (" + why + ")",
                "remove each source whose path begins with " + documents.prefix()
                        + ", as GET /rag/sources lists them, by DELETE /rag/sources/{source_id}");
    }

    /** @param before what was there, of others @throws HostException naming what is not as it was */
    String compare(List<Source> before) throws InterruptedException {
        List<Source> after = host.sources();
        List<Source> compared = before.stream()
                .filter(source -> !RunDocuments.isOfAnyRun(source.path()))
                .toList();
        List<String> changed = new ArrayList<>();
        for (Source source : compared) {
            if (after.stream().noneMatch(other -> isSame(source, other))) {
                changed.add(source.path());
            }
        }
        if (!changed.isEmpty()) {
            throw new HostException(
                    Numbers.counted(changed.size(), "source") + " that others had indexed " + "changed meanwhile: "
                            + changed.stream().limit(NAMED).collect(Collectors.joining(", ")),
                    "see who else works there; this run removes only what begins with " + documents.prefix());
        }
        int others = before.size() - compared.size();
        return Numbers.counted(compared.size(), "source") + " as before"
                + (others == 0
                        ? ""
                        : ", and " + Numbers.whole(others) + " of other runs of this check, which were not compared");
    }

    private static boolean isSame(Source one, Source other) {
        return one.id().equals(other.id())
                && one.path().equals(other.path())
                && Objects.equals(one.hash(), other.hash())
                && one.chunks() == other.chunks();
    }
}
