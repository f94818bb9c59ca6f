package io.theforge.cli.rag.scenario;

import io.theforge.cli.rag.host.HostException;
import io.theforge.database.report.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run goes through, step by step. A step that was not come to is skipped. */
public final class Steps {
    private final Progress progress;
    private final boolean showsCounts;
    private final Map<String, Step> steps = new LinkedHashMap<>();

    /** @param showsCounts whether progress is to be told how far a step is */
    public Steps(Progress progress, boolean showsCounts) {
        this.progress = progress;
        this.showsCounts = showsCounts;
    }

    /** @param status "done", "failed", "skipped" or "planned" @param detail what came of it, or is to be done; empty when skipped */
    public record Step(String name, String status, double seconds, String detail) {}

    /** What a step does. It returns what came of it, for people. */
    public interface Work {
        String run() throws InterruptedException;
    }

    /** Names a step that is to come. */
    public void plan(String name, String what) {
        steps.put(name, new Step(name, "planned", 0, what));
    }

    /** Does a step. @param things that it goes through one by one; null where they are not counted */
    public void run(String name, @Nullable Integer things, Work work) throws InterruptedException {
        progress.begin(name, things == null || !showsCounts ? null : Long.valueOf(things));
        try {
            runTelling(name, work);
        } finally {
            progress.end();
        }
    }

    /** Does a step that tells its progress by itself. */
    public void runTelling(String name, Work work) throws InterruptedException {
        long begun = System.nanoTime();
        String status = "failed";
        String detail = "";
        try {
            detail = work.run();
            status = "done";
        } catch (InterruptedException e) {
            detail = "interrupted";
            throw e;
        } catch (HostException e) {
            detail = String.valueOf(e.getMessage());
            throw e;
        } finally {
            steps.put(name, new Step(name, status, (System.nanoTime() - begun) / 1e9, detail));
        }
    }

    /** One more of the things of a step has been gone through. */
    void advance() {
        if (showsCounts) {
            progress.advance(1);
        }
    }

    /** Returns them in their order; as they were planned, where nothing is done. */
    public List<Step> planned() {
        return new ArrayList<>(steps.values());
    }

    /** Returns them in their order, after the run. */
    public List<Step> all() {
        return steps.values().stream()
                .map(step -> step.status().equals("planned") ? new Step(step.name(), "skipped", 0, "") : step)
                .toList();
    }
}
