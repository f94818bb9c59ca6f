package io.theforge.export.formats;

import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.text.TextFormat;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;

@DisplayName("JSON, read by Jackson")
class JsonFormatTest extends FormatContract {
    @Override
    protected FileFormat format() {
        return TextFormat.JSON;
    }

    @Override
    protected List<List<@Nullable String>> read(Path out, ExportTable table) throws Exception {
        return JacksonReader.read(file(out, table), table.columns());
    }
}
