package io.theforge.cli.console;

import io.theforge.cli.result.Numbers;
import io.theforge.database.report.Progress;
import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** On a terminal: a bar per step whose rows are known, with rows per second and the time left; a line for the others. */
final class ProgressBars implements Progress {
    private static final int WIDTH = 79;
    private static final int UPDATE_MILLIS = 250;
    private final PrintStream terminal;
    private final ProgressBarStyle style;
    private @Nullable ProgressBar bar;
    private long rows;
    private long begunNanos;

    ProgressBars(PrintStream terminal, boolean colour) {
        this.terminal = terminal;
        style = colour ? ProgressBarStyle.COLORFUL_UNICODE_BAR : ProgressBarStyle.ASCII;
    }

    @Override
    public void begin(String step, @Nullable Long rowsExpected) {
        rows = 0;
        begunNanos = System.nanoTime();
        if (rowsExpected == null) {
            terminal.print(step + " ... ");
            terminal.flush();
            return;
        }
        bar = new ProgressBarBuilder()
                .setTaskName(step)
                .setInitialMax(rowsExpected)
                .setStyle(style)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .build();
    }

    @Override
    public void advance(long more) {
        rows += more;
        if (bar != null) {
            bar.stepBy(more);
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
            return;
        }
        String seconds = Numbers.seconds((System.nanoTime() - begunNanos) / 1e9);
        terminal.println(rows == 0 ? seconds : Numbers.whole(rows) + " rows, " + seconds);
    }
}
