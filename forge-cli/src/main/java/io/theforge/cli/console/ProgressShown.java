package io.theforge.cli.console;

import io.theforge.cli.input.ProcessContext;
import io.theforge.database.report.Progress;
import org.jspecify.annotations.Nullable;

/** How progress is shown: bars where somebody watches, lines now and then where not, or not at all. */
public final class ProgressShown {
    private static final Progress NONE = new Progress() {
        @Override
        public void begin(String step, @Nullable Long rows) {}

        @Override
        public void advance(long rows) {}

        @Override
        public void end() {}
    };

    private ProgressShown() {}

    public static Progress on(Console console, ProcessContext process, boolean wanted) {
        return new UntilCommitted(console, shown(console, process, wanted));
    }

    private static Progress shown(Console console, ProcessContext process, boolean wanted) {
        if (!wanted) {
            return NONE;
        }
        return process.terminal() && !console.format().jsonLog()
                ? new ProgressBars(console.err(), !process.environment().containsKey("NO_COLOR"))
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
            console.commit();
        }
    }
}
