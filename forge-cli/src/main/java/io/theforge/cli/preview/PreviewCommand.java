package io.theforge.cli.preview;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.input.DatasetFlags;
import io.theforge.cli.input.Settings;
import io.theforge.cli.input.WorkSettings;
import io.theforge.cli.input.WorkersFlag;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Page;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.UsageException;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.text.NearestWord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code forge preview}: what a dataset would look like, drawn without any database. */
@Command(
        description = {
            "Draws what a dataset would look like, without any database.",
            "It shows the total and some series, what is sold against what is expected, stockouts, and the",
            "factors under them.",
        },
        footer = {
            "./forge preview --config shop.yaml",
            "./forge preview --scenario holiday_rush --store S00003 --html page.html",
        })
public final class PreviewCommand extends BaseCommand {
    private static final int SERIES_SHOWN = 3;
    private static final int MAX_SERIES = 40;
    /** So that the page of twenty years is not far larger than that of one. */
    private static final int MAX_SERIES_DAYS = 40_000;

    /** What a total stands on: a fifth of a second on two processors, more than a year of the default shop. */
    private static final int SERIES_DAYS_ON_SCREEN = 200_000;
    /** Nobody waits for a page as for the screen. */
    private static final int SERIES_DAYS_IN_PAGE = 2_000_000;

    @Option(names = "--store", paramLabel = "CODE", description = "series of this store, such as S00001")
    @Nullable
    String store;

    @Option(names = "--product", paramLabel = "SKU", description = "series of this product, such as SKU-000001")
    @Nullable
    String product;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "write interactive charts to this new file, one page that needs no network")
    @Nullable
    String html;

    @Mixin
    private final DatasetFlags dataset = new DatasetFlags();

    @Mixin
    private final WorkersFlag workers = new WorkersFlag();

    @Override
    protected Result run(Context context) {
        Path page = html == null ? null : Page.newFile(context.workingDirectory(), html);
        Settings settings =
                Settings.of(dataset, new WorkSettings(workers), context.environment(), context.workingDirectory());
        Plan plan = settings.plan();
        settings.warnings().get().forEach(context.console()::warn);
        List<String> stores = plan.stores().stream().map(Store::code).toList();
        List<String> products = plan.products().stream().map(Product::sku).toList();
        PreviewPairs pairs =
                new PreviewPairs(plan, place("--store", store, stores), place("--product", product, products));
        boolean many = page != null || context.json();
        int seriesDays = many ? SERIES_DAYS_IN_PAGE : SERIES_DAYS_ON_SCREEN;
        PreviewSeries total = pairs.count() == 1
                ? null
                : PreviewMaker.total(
                        plan, pairs, seriesDays, settings.operational().workers());
        PreviewMaker maker = new PreviewMaker(plan);
        int most = many ? Math.min(MAX_SERIES, Math.max(SERIES_SHOWN, MAX_SERIES_DAYS / plan.days())) : SERIES_SHOWN;
        List<PreviewSeries> series = pairs.few(most, maker::series);
        PreviewText text = new PreviewText(plan, dataset, store == null ? product : store, pairs, total, series);
        if (page != null) {
            Page.write(page, "/io/theforge/cli/preview/preview.html", text.details());
            List<String> lines = List.of(page + " written; open it in a browser");
            return Result.done("completed", Map.of("file", page.toString()), lines)
                    .ofFile(page.toString());
        }
        return context.json()
                ? Result.done("completed", text.details(), List.of())
                : Result.done(
                        "completed", Map.of(), text.lines(context.process().environment()));
    }

    private static int place(String flag, @Nullable String wanted, List<String> known) {
        int found = wanted == null ? -1 : known.indexOf(wanted);
        if (wanted != null && found < 0) {
            throw new UsageException(
                    flag,
                    "\"" + wanted + "\" is not one of the " + Numbers.counted(known.size(), flag.substring(2)),
                    NearestWord.of(wanted, known)
                            .map(nearest -> "did you mean " + nearest + "?")
                            .orElse("they go from " + known.get(0) + " to " + known.get(known.size() - 1)));
        }
        return found;
    }
}
