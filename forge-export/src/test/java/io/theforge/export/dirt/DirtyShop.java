package io.theforge.export.dirt;

import io.theforge.config.ConfigReader;
import io.theforge.config.model.Operational;
import io.theforge.database.report.Progress;
import io.theforge.export.Export;
import io.theforge.export.ExportReport;
import io.theforge.export.ExportedShop;
import io.theforge.export.file.Compression;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.layout.Layout;
import io.theforge.export.manifest.Description;
import io.theforge.export.parquet.ParquetFormat;
import io.theforge.export.text.PayloadFormat;
import io.theforge.export.text.TextFormat;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Exports of one shop, clean and dirty. */
public record DirtyShop(Plan plan, String format, Layout layout, Compression compression, Operational work) {

    public static DirtyShop of(String yaml, String format) {
        return new DirtyShop(ExportedShop.plan(yaml), format, Layout.TABLES, Compression.NONE, ExportedShop.WORK);
    }

    public DirtyShop with(Layout another) {
        return new DirtyShop(plan, format, another, compression, work);
    }

    public DirtyShop with(Compression another) {
        return new DirtyShop(plan, format, layout, another, work);
    }

    public DirtyShop withWorkers(int workers) {
        return new DirtyShop(plan, format, layout, compression, new Operational(workers, 1));
    }

    /** Writes it clean. */
    public ExportReport clean(Path out) throws IOException {
        return write(null, out);
    }

    /** Writes it spoiled by rules, as they stand under dirt: in a file. */
    public ExportReport dirty(String rules, Path out) throws IOException {
        return write(new DirtRules("rules.yaml", false, ConfigReader.parseDirt("dirt: " + rules, "rules.yaml")), out);
    }

    /** Writes it spoiled by rules, of which those are left out that it cannot have. */
    public ExportReport dirtyAsFarAsItFits(String rules, Path out) throws IOException {
        return write(new DirtRules("some", true, ConfigReader.parseDirt("dirt: " + rules, "some")), out);
    }

    /** Writes it spoiled by a preset. */
    public ExportReport preset(String name, Path out) throws IOException {
        return write(DirtRules.of(name, out), out);
    }

    private ExportReport write(@Nullable DirtRules rules, Path out) throws IOException {
        SeriesSelection all = SeriesSelection.all(plan);
        List<ExportTable> tables = layout.tables(plan, all, Table.SEVEN, true);
        Description asked = new Description(
                format, compression.name().toLowerCase(Locale.ROOT), layout.word(), null, Description.GENERATOR);
        FileFormat plain = switch (format) {
            case "jsonl" -> TextFormat.JSONL;
            case "json" -> TextFormat.JSON;
            case "parquet" -> new ParquetFormat();
            default -> TextFormat.CSV;
        };
        FileFormat files = layout == Layout.INGEST ? PayloadFormat.of(plain).orElseThrow() : compression.of(plain);
        return new Export(plan, all, tables, rules == null ? files : rules.in(files, asked, tables, plan), work)
                .to(out, false, asked, Progress.NONE);
    }
}
