package io.theforge.export.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.config.ConfigReader;
import io.theforge.config.model.ForgeConfig;
import io.theforge.export.manifest.ManifestTable.ManifestColumn;
import io.theforge.export.read.manifest.ManifestReader;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.table.Table;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifest of a dataset whose rows have codes in place of ids, as a cluster's program makes it. */
class CodesManifestTest {
    private static Map<Table, TableFingerprint> rows(List<Table> tables) {
        Map<Table, TableFingerprint> rows = new EnumMap<>(Table.class);
        for (Table table : tables) {
            TableFingerprint one = new TableFingerprint();
            one.add(table.ordinal(), 1);
            rows.put(table, one);
        }
        return rows;
    }

    private static Manifest manifest(String format, ForgeConfig config) {
        String ending = format.equals("delta") ? ".snappy.parquet" : "." + format;
        List<ManifestFile> files = List.of(
                new ManifestFile("store/part-0" + ending, "store", 17, "ab"),
                new ManifestFile("product/part-0" + ending, "product", 17, "cd"),
                new ManifestFile("sales_daily/part-0" + ending, "sales_daily", 17, "ef"),
                new ManifestFile("sales_daily/part-1" + ending, "sales_daily", 17, "01"));
        return Manifest.ofCodes(format, config, rows(Table.SEVEN), files);
    }

    private static JsonNode croissant(String format) throws Exception {
        return new ObjectMapper().readTree(Croissant.bytes(manifest(format, ConfigReader.defaults())));
    }

    @Test
    void columnsAreThoseOfTheTableWithCodesInPlaceOfIds() {
        assertThat(CodeColumns.of(Table.SALES_DAILY))
                .map(column -> column.name() + " " + column.sqlType())
                .containsExactly(
                        "date date",
                        "store_code varchar(20)",
                        "sku varchar(50)",
                        "quantity integer",
                        "unit_price numeric(10,2)",
                        "total_amount numeric(12,2)");
        assertThat(ManifestTable.ofCodes(Table.PRICE_HISTORY, new TableFingerprint())
                        .columns())
                .containsExactly(
                        new ManifestColumn("sku", "varchar(50)", false, true),
                        new ManifestColumn("store_code", "varchar(20)", true, true),
                        new ManifestColumn("price", "numeric(10,2)", false, false),
                        new ManifestColumn("valid_from", "date", false, true),
                        new ManifestColumn("valid_to", "date", true, false));
        for (Table table : Table.values()) {
            assertThat(CodeColumns.of(table)).as(table.sqlName()).hasSameSizeAs(table.fields());
            assertThat(CodeColumns.of(table))
                    .noneMatch(column ->
                            column.name().endsWith("_id") || column.name().equals("id"));
        }
    }

    @Test
    void aDatasetWithoutOneOfItsTablesIsNone() {
        assertThatThrownBy(() ->
                        Manifest.ofCodes("parquet", ConfigReader.defaults(), rows(List.of(Table.STORE)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seven tables");
    }

    @Test
    void moreRowsThanIdsHaveAManifestToo(@TempDir Path folder) throws Exception {
        ForgeConfig config = ConfigReader.recordedWithoutIds(
                "dimensions: {stores: {count: 20000}, products: {count: 50000}}", "test");
        Manifest written = manifest("parquet", config);
        Files.write(folder.resolve(Manifest.FILE), written.bytes());
        assertThat(ManifestReader.read(folder)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "parquet, application/x-parquet, *.parquet",
        "delta, application/x-parquet, *.parquet",
        "orc, application/x-orc, *.orc",
        "csv, text/csv, *.csv"
    })
    void croissantKnowsWhatTheFilesAre(String format, String encoding, String pattern) throws Exception {
        JsonNode distribution = croissant(format).get("distribution");
        assertThat(distribution)
                .allMatch(object -> object.get("encodingFormat").asText().equals(encoding));
        assertThat(distribution.findValuesAsText("includes")).containsExactly("sales_daily/" + pattern);
    }

    @Test
    void croissantKnowsWhatCodesReferTo() throws Exception {
        JsonNode sets = croissant("parquet").get("recordSet");
        Set<String> references = new TreeSet<>();
        StreamSupport.stream(sets.spliterator(), false)
                .flatMap(set -> StreamSupport.stream(set.get("field").spliterator(), false))
                .filter(field -> field.has("references"))
                .forEach(field -> references.add(field.get("@id").asText() + " "
                        + field.at("/references/@id").asText()));
        assertThat(references)
                .containsExactly(
                        "table/sales_daily/sku table/product/sku", "table/sales_daily/store_code table/store/code");
    }

    @Test
    void itIsMadeWhereThereIsNeitherDuckDbNorTheRestOfTheExport() throws Exception {
        try (URLClassLoader few = new Few()) {
            byte[] made = (byte[])
                    few.loadClass(Making.class.getName()).getMethod("bytes").invoke(null);
            assertThat(made).isEqualTo(Making.bytes());
        }
    }

    /** What a program on a cluster does. */
    public static final class Making {
        private Making() {}

        /** Returns both documents. */
        public static byte[] bytes() {
            Manifest manifest = manifest("parquet", ConfigReader.defaults());
            return (new String(manifest.bytes(), UTF_8) + new String(Croissant.bytes(manifest), UTF_8)).getBytes(UTF_8);
        }
    }

    /** Loads everything once more, but what a cluster does not have. */
    private static final class Few extends URLClassLoader {
        private static final List<String> MISSING =
                List.of("io.theforge.database.", "io.theforge.export.", "org.duckdb.", "org.postgresql.", "java.sql.");

        Few() throws MalformedURLException {
            super(urls(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls() throws MalformedURLException {
            String[] places = System.getProperty("java.class.path").split(File.pathSeparator);
            URL[] urls = new URL[places.length];
            for (int i = 0; i < places.length; i++) {
                urls[i] = Path.of(places[i]).toUri().toURL();
            }
            return urls;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (MISSING.stream().anyMatch(name::startsWith) && !name.startsWith("io.theforge.export.manifest.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
