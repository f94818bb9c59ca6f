package io.theforge.cli;

import io.theforge.database.report.Progress;
import org.jspecify.annotations.Nullable;

/** How progress is shown: bars where somebody watches, lines now and then where not, or not at all. */
final class ProgressShown {
    private static final Progress NONE = new Progress() {
        @Override
        public void begin(String step, @Nullable Long rows) {}

        @Override
        public void advance(long rows) {}

        @Override
        public void end() {}
    };

    private ProgressShown() {}

    static Progress on(Console console, Surroundings here, boolean wanted) {
        return new UntilCommitted(console, shown(console, here, wanted));
    }

    private static Progress shown(Console console, Surroundings here, boolean wanted) {
        if (!wanted) {
            return NONE;
        }
        return here.terminal() && !console.logsJson()
                ? new ProgressBars(console.err(), !here.environment().containsKey("NO_COLOR"))
                : new ProgressLines(console, System::nanoTime);
    }

    /** Passes on what it hears, and lets the console know when there is nothing left to interrupt. */
    private record UntilCommitted(Console console, Progress shown) implements Progress {
        @Override
        public void begin(String step, @Nullable Long rows) {
            shown.begin(step, rows);
        }

        @Override
        public void advance(long rows) {
            shown.advance(rows);
        }

        @Override
        public void end() {
            shown.end();
        }

        @Override
        public void committing() {
            console.settled();
        }
    }
}
