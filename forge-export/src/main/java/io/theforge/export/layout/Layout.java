package io.theforge.export.layout;

import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What files an export consists of. */
public enum Layout {
    /** The seven tables. */
    TABLES,
    /** One long table as Nixtla's libraries read it, beside it what is known of the series and of the days ahead. */
    SERIES,
    /** The three files of the M5 competition. */
    M5,
    /** Payloads for {@code POST /ingest/sales-daily}. */
    INGEST;

    /** Returns its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the files of a dataset that is generated.
     *
     * @param chosen which of the seven; only {@link #TABLES} asks for it
     * @param withTruth whether the answer key lies beside them, in a folder of its own
     */
    public List<ExportTable> tables(Plan plan, SeriesSelection wanted, List<Table> chosen, boolean withTruth) {
        Stream<ExportTable> files = switch (this) {
            case TABLES -> chosen.stream().map(table -> ExportTable.of(plan, wanted, table));
            case SERIES, M5, INGEST -> ofShop(Shop.of(plan)).stream();
        };
        Stream<ExportTable> truth =
                withTruth ? Stream.of(ExportTable.of(plan, wanted, Table.TRUTH_DAILY)) : Stream.of();
        return Stream.concat(files, truth).toList();
    }

    /**
     * Returns the files that are made of a shop's series.
     *
     * @throws IllegalArgumentException for {@link #TABLES}, which are not made of series alone
     */
    public List<ExportTable> ofShop(Shop shop) {
        return switch (this) {
            case TABLES -> throw new IllegalArgumentException("the tables are not made of series");
            case SERIES -> SeriesLayout.tables(shop);
            case M5 -> M5Layout.tables(shop);
            case INGEST -> IngestLayout.tables(shop);
        };
    }
}
