package io.theforge.export.formats;

import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.text.TextFormat;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;

@DisplayName("CSV, read by DuckDB")
class CsvFormatTest extends FormatContract {
    @Override
    protected FileFormat format() {
        return TextFormat.CSV;
    }

    @Override
    protected List<List<@Nullable String>> read(Path out, ExportTable table) throws Exception {
        return DuckDbReader.csv(file(out, table), table);
    }
}
