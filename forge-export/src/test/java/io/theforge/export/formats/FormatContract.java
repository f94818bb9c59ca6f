package io.theforge.export.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.Operational;
import io.theforge.database.report.Progress;
import io.theforge.export.Export;
import io.theforge.export.ExportReport;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.ExportTable;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.sink.SeriesRows;
import io.theforge.table.Column;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laws of a format. A subclass supplies it, and a program that is not ours and reads its files. */
abstract class FormatContract {
    protected static final Plan PLAN = Plan.of(ConfigReader.parse("""
            dimensions: {stores: {count: 3}, products: {count: 8}}
            date_range: {start: 2024-01-01, end: 2024-04-30}
            sparsity: {missing_days_pct: 0.05}
            """, "test").resolve(Overrides.NONE));

    private static final SeriesSelection ALL = SeriesSelection.all(PLAN);

    /** Two threads, small batches: workers overlap even on few rows. */
    protected static final Operational WORK = new Operational(2, 1);

    private static final List<Column> STRANGE = List.of(
            Column.id(),
            Column.text("text", 0).orNull(),
            Column.of("day", Column.Kind.DATE).orNull(),
            Column.of("number", Column.Kind.INTEGER).orNull(),
            Column.amount("amount", 12).orNull(),
            Column.share("share").orNull(),
            Column.of("real", Column.Kind.REAL).orNull(),
            Column.of("flag", Column.Kind.BOOL).orNull(),
            Column.store().orNull());

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "plain",
            "with \"quotes\" and 'others'",
            ",",
            "a,b\nc\r\nd",
            "\t\\N\\.",
            "\\",
            "\\.",
            "NULL",
            "\\N",
            "übergröße 東京 \uD83D\uDE00",
            "\u0001\u007f",
            "null",
            "-0",
            "x".repeat(5000));

    /** No value of a dataset is -0.0, which DuckDB writes into Parquet as 0.0. */
    private static final double[] REALS = {
        0.0,
        0.1 + 0.2,
        1.0 / 3,
        1e300,
        -1e-300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        2.0E-3,
        1.0E7,
        9007199254740993.0,
        2.2250738585072014E-308,
        100,
        123456.789
    };

    @TempDir
    protected Path folder;

    protected abstract FileFormat format();

    /** Returns what another program reads, in the order of the file. */
    protected abstract List<List<@Nullable String>> read(Path out, ExportTable table) throws Exception;

    /** Returns a field as the reader tells it. */
    protected @Nullable String told(@Nullable String field) {
        return field;
    }

    private List<List<@Nullable String>> told(List<List<@Nullable String>> rows) {
        List<List<@Nullable String>> told = new ArrayList<>();
        for (List<@Nullable String> row : rows) {
            List<@Nullable String> fields = new ArrayList<>();
            row.forEach(field -> fields.add(told(field)));
            told.add(fields);
        }
        return told;
    }

    protected final Path file(Path out, ExportTable table) {
        return out.resolve((table.isAnswerKey() ? "truth/" : "") + table.name() + format().ending());
    }

    protected static List<ExportTable> eight() {
        return Stream.concat(Table.SEVEN.stream(), Stream.of(Table.TRUTH_DAILY))
                .map(table -> ExportTable.of(PLAN, ALL, table))
                .toList();
    }

    private static MemoryFormat inMemory(List<ExportTable> tables, Path out) throws IOException {
        MemoryFormat memory = new MemoryFormat();
        new Export(PLAN, ALL, tables, memory, WORK).to(out, Progress.NONE);
        return memory;
    }

    protected final ExportReport write(List<ExportTable> tables, Operational work, Path out) throws IOException {
        return new Export(PLAN, ALL, tables, format(), work).to(out, Progress.NONE);
    }

    @Test
    @DisplayName("Another program reads the generator's rows, all columns of all eight tables")
    void rows() throws Exception {
        Path out = folder.resolve("out");
        ExportReport report = write(eight(), WORK, out);
        MemoryFormat expected = inMemory(eight(), folder.resolve("memory"));
        for (ExportTable table : eight()) {
            assertThat(read(out, table))
                    .as(table.name())
                    .isNotEmpty()
                    .isEqualTo(told(Objects.requireNonNull(expected.tables.get(table.name()))));
        }
        assertThat(report.fingerprint())
                .isEqualTo(new Export(PLAN, ALL, List.of(), new MemoryFormat(), WORK)
                        .to(folder.resolve("none"), Progress.NONE)
                        .fingerprint());
    }

    @Test
    @DisplayName("Bytes depend neither on workers nor on batches")
    void bytes() throws Exception {
        List<String> one = write(eight(), new Operational(1, 1), folder.resolve("one")).files().stream()
                .map(this::comparable)
                .toList();
        List<String> three = write(eight(), new Operational(3, 700), folder.resolve("three")).files().stream()
                .map(this::comparable)
                .toList();
        assertThat(three).isEqualTo(one);
    }

    /** What of a file is the same each time. */
    protected String comparable(ExportFolder.Entry file) {
        return file.toString();
    }

    @Test
    @DisplayName(
            "Texts with quotes, breaks and any letters, numbers below nothing and to the last bit, NULL and empty are read as they were")
    void strangeValues() throws Exception {
        ExportTable table = ExportTable.small("strange", STRANGE, FormatContract::strange);
        write(List.of(table), WORK, folder.resolve("out"));
        Rows expected = new Rows(STRANGE);
        strange(expected);
        assertThat(read(folder.resolve("out"), table)).isEqualTo(told(expected.rows));
    }

    private static void strange(RowWriter out) {
        int rows = Math.max(TEXTS.size(), REALS.length);
        for (int i = 0; i < rows; i++) {
            out.startRow(i * 7L);
            out.text(TEXTS.get(i % TEXTS.size()));
            out.date(i * 997 - 5000);
            out.integer(i % 2 == 0 ? Integer.MIN_VALUE + i : i);
            out.cents(i % 2 == 0 ? -i : 123_456_789_012L / (i + 1));
            out.basisPoints(i % 2 == 0 ? -i : 10_000 / (i + 1));
            out.real(REALS[i % REALS.length]);
            out.bool(i % 2 == 0);
            out.store(i % 3 - 1);
            out.endRow();
        }
        out.startRow(rows * 7L);
        out.text(null);
        for (int i = 2; i < STRANGE.size(); i++) {
            out.nothing();
        }
        out.endRow();
    }

    @Test
    @DisplayName("More rows than fit into any chunk come in their order")
    void order() throws Exception {
        ExportTable table = ExportTable.small("strange", STRANGE, out -> {
            for (int i = 0; i < 3000; i++) {
                strange(out);
            }
        });
        write(List.of(table), WORK, folder.resolve("out"));
        Rows once = new Rows(STRANGE);
        strange(once);
        List<List<@Nullable String>> found = read(folder.resolve("out"), table);
        assertThat(found).hasSize(3000 * once.rows.size());
        for (int i = 0; i < 3000; i++) {
            assertThat(found.subList(i * once.rows.size(), (i + 1) * once.rows.size()))
                    .isEqualTo(told(once.rows));
        }
    }

    @Test
    @DisplayName(
            "What fails while rows are made is what the caller hears; nothing is left at work, and nothing in the folder")
    void failure() {
        IllegalStateException broken = new IllegalStateException("no more rows");
        List<ExportTable> tables = new ArrayList<>(eight().subList(0, 5));
        tables.add(new ExportTable(
                "sales_daily",
                Table.SALES_DAILY.definition(),
                Table.SALES_DAILY,
                List.of(),
                () -> {
                    SeriesRows rows = SeriesRows.of(new TableRows(PLAN), Table.SALES_DAILY);
                    return (block, out) -> {
                        if (block.storeIndex == 2) {
                            throw broken;
                        }
                        return rows.write(block, out);
                    };
                },
                false));
        assertThatThrownBy(() -> write(tables, WORK, folder.resolve("out"))).isSameAs(broken);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("forge-parquet", "forge-gzip", "forge-zstd");
        assertThat(folder).isEmptyDirectory();
    }
}
