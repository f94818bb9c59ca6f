package io.theforge.cli;

import io.theforge.database.Warehouse;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar per step on a terminal, with rows per second and the time left. */
final class ProgressBars implements Warehouse.Progress {
    private static final int WIDTH = 79;
    private static final int UPDATE_MILLIS = 250;
    private static final int LONGEST_TABLE_NAME = 24;
    private final PrintStream terminal;
    private final boolean colour;
    private @Nullable ProgressBar bar;

    ProgressBars(PrintStream terminal, boolean colour) {
        this.terminal = terminal;
        this.colour = colour;
    }

    @Override
    public void begin(String step, @Nullable Long rows) {
        bar = new ProgressBarBuilder()
                .setTaskName(step + " ".repeat(Math.max(0, LONGEST_TABLE_NAME - step.length())))
                .setInitialMax(rows == null ? -1 : rows)
                .setStyle(colour ? ProgressBarStyle.COLORFUL_UNICODE_BAR : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .hideEta()
                .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                .showSpeed()
                .build();
    }

    @Override
    public void advance(long rows) {
        if (bar != null) {
            bar.stepBy(rows);
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
