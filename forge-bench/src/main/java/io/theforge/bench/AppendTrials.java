package io.theforge.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code --append} costs beside {@code --full-new}, and whether it costs more where there is more already. */
final class AppendTrials {
    private static final int SHORT_YEARS = 2;
    private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);
    private static final Pattern INSERTED = Pattern.compile("\"inserted\"\\s*:\\s*(\\d+)");

    private final Launcher forge;
    private final Report report;
    private final String target;
    private final Supplier<String> fresh;
    private final Sizes sizes;

    /** @param fresh gives the URL of a database that holds nothing */
    AppendTrials(Launcher forge, Report report, String target, Supplier<String> fresh, Sizes sizes) {
        this.forge = forge;
        this.report = report;
        this.target = target;
        this.fresh = fresh;
        this.sizes = sizes;
    }

    void measure() throws IOException, InterruptedException {
        month();
        double shortHistory = day(SHORT_YEARS);
        double longHistory = day(sizes.longYears());
        String name = target + ": ./forge --append, a day onto ";
        String best = " years, best of " + sizes.days();
        report.figure(name + SHORT_YEARS + best, shortHistory, "s");
        report.figure(name + sizes.longYears() + best, longHistory, "s");
        report.atMost(
                1.5,
                target + ": a day onto " + sizes.longYears() + " years against " + SHORT_YEARS,
                longHistory / shortHistory,
                "x");
    }

    private void month() throws IOException, InterruptedException {
        String url = fresh.get();
        Command.Ended full = forge.run(sizes.fullNew(sizes.stores(), url));
        double best = Double.MAX_VALUE;
        for (int i = 0; i < sizes.trials(); i++) {
            Command.Ended month = forge.run("--append", "--json", "--database", url);
            best = Math.min(best, month.seconds() / inserted(month));
        }
        String name = target + ", " + sizes.large() + ": ";
        report.figure(name + "./forge --full-new", full.seconds() * 1e6 / inserted(full), "us/row");
        report.figure(name + "./forge --append, a month, best of " + sizes.trials(), best * 1e6, "us/row");
        report.atMost(
                3, target + ": a month's row against one of --full-new", best * inserted(full) / full.seconds(), "x");
    }

    /** Seconds for one more day of the small dataset. */
    private double day(int years) throws IOException, InterruptedException {
        String url = fresh.get();
        String start = LAST_DAY.minusYears(years).plusDays(1).toString();
        String end = LAST_DAY.toString();
        forge.run(sizes.fullNew(sizes.smallStores(), url), "--start-date", start, "--end-date", end);
        double best = Double.MAX_VALUE;
        for (int i = 1; i <= sizes.days(); i++) {
            String day = LAST_DAY.plusDays(i).toString();
            best = Math.min(
                    best,
                    forge.run("--append", "--json", "--start-date", day, "--end-date", day, "--database", url)
                            .seconds());
        }
        return best;
    }

    private static long inserted(Command.Ended run) {
        Matcher matcher = INSERTED.matcher(run.output());
        long rows = 0;
        while (matcher.find()) {
            rows += Long.parseLong(matcher.group(1));
        }
        if (rows == 0) {
            throw new IllegalStateException("nothing was inserted: " + run.output());
        }
        return rows;
    }
}
