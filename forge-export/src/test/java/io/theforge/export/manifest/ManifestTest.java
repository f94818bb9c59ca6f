package io.theforge.export.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.report.Progress;
import io.theforge.export.Export;
import io.theforge.export.ExportedShop;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.Layout;
import io.theforge.export.parquet.ParquetFormat;
import io.theforge.export.read.manifest.ManifestReader;
import io.theforge.export.text.TextFormat;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Column;
import io.theforge.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManifestTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Plan PLAN = ExportedShop.plan("""
            dimensions: {stores: {count: 2}, products: {count: 3}}
            date_range: {start: "2024-01-01", end: "2024-03-31"}
            seed: 9223372036854775807
            """);

    @TempDir
    Path folder;

    private JsonNode export(Layout layout, FileFormat format, String name, String file) throws Exception {
        SeriesSelection all = SeriesSelection.all(PLAN);
        Description asked =
                new Description(format.ending().substring(1), "none", layout.word(), null, Description.GENERATOR);
        new Export(PLAN, all, layout.tables(PLAN, all, Table.SEVEN, true), format, ExportedShop.WORK)
                .to(folder.resolve(name), false, asked, Progress.NONE);
        return JSON.readTree(folder.resolve(name).resolve(file).toFile());
    }

    @Test
    void theConfigurationInItIsTheDatasets() throws Exception {
        export(Layout.TABLES, TextFormat.CSV, "shop", "manifest.json");
        ForgeConfig config = ManifestReader.read(folder.resolve("shop")).config();
        assertThat(config).isEqualTo(PLAN.config());
    }

    @Test
    void itTellsWhatIsThere() throws Exception {
        JsonNode manifest = export(Layout.TABLES, TextFormat.CSV, "shop", "manifest.json");
        assertThat(manifest.get("format").asText()).isEqualTo("csv");
        assertThat(manifest.get("layout").asText()).isEqualTo("tables");
        assertThat(manifest.get("partial").asBoolean()).isFalse();
        assertThat(manifest.get("dirty").isNull()).isTrue();
        assertThat(manifest.get("source").asText()).isEqualTo("generator");
        assertThat(manifest.get("seed").asLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(manifest.at("/date_range/end").asText()).isEqualTo("2024-03-31");
        assertThat(manifest.get("cutoffs")).extracting(JsonNode::asText).containsExactly("2024-02-04", "2024-03-03");
        assertThat(manifest.at("/tables/store/rows").asInt()).isEqualTo(2);
        assertThat(manifest.at("/tables/store/columns/1/name").asText()).isEqualTo("code");
        assertThat(manifest.at("/tables/store/columns/1/type").asText()).isEqualTo("varchar(20)");
        assertThat(manifest.get("files"))
                .anySatisfy(file -> assertThat(file.get("table").asText()).isEqualTo("truth_daily"));
    }

    @Test
    void theSameExportHasTheSameManifest() throws Exception {
        export(Layout.TABLES, TextFormat.CSV, "a", "manifest.json");
        export(Layout.TABLES, TextFormat.CSV, "b", "manifest.json");
        for (String file : List.of("manifest.json", "croissant.json")) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFileIsInCroissantWithItsSizeAndSha256(Layout layout) throws Exception {
        JsonNode croissant = export(layout, TextFormat.JSON, "shop", "croissant.json");
        assertThat(croissant.get("distribution")).isNotEmpty();
        for (JsonNode object : croissant.get("distribution")) {
            if (object.get("@type").asText().equals("cr:FileObject")) {
                byte[] bytes = Files.readAllBytes(
                        folder.resolve("shop").resolve(object.get("contentUrl").asText()));
                assertThat(object.get("contentSize").asText()).isEqualTo(bytes.length + " B");
                assertThat(object.get("sha256").asText())
                        .isEqualTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
                assertThat(object.get("encodingFormat").asText()).isEqualTo("application/json");
            }
        }
    }

    @Test
    void croissantHasWhatItsSpecificationAsksFor() throws Exception {
        JsonNode croissant = export(Layout.TABLES, new ParquetFormat(), "shop", "croissant.json");
        JsonNode context = croissant.get("@context");
        assertThat(context.get("@vocab").asText()).isEqualTo("http://schema.org/");
        assertThat(context.get("cr").asText()).isEqualTo("http://mlcommons.org/croissant/");
        assertThat(context.get("sc").asText()).isEqualTo("http://schema.org/");
        assertThat(context.get("conformsTo").asText()).isEqualTo("dct:conformsTo");
        assertThat(croissant.get("@type").asText()).isEqualTo("sc:Dataset");
        assertThat(croissant.get("conformsTo").asText()).isEqualTo("http://mlcommons.org/croissant/1.1");
        for (String required : List.of("name", "description", "license", "url", "creator", "datePublished")) {
            assertThat(croissant.has(required)).as(required).isTrue();
        }
        List<String> ids = StreamSupport.stream(croissant.findValues("@id").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        assertThat(ids).isNotEmpty();
        List<String> files = croissant.get("distribution").findValuesAsText("@id");
        assertThat(croissant.get("recordSet").findValues("fileObject"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(files).contains(reference.get("@id").asText()));
    }

    @Test
    void everyColumnIsAFieldWithItsTypeAndItsSource() throws Exception {
        JsonNode croissant = export(Layout.TABLES, TextFormat.CSV, "shop", "croissant.json");
        for (Table table : Table.values()) {
            JsonNode set = StreamSupport.stream(croissant.get("recordSet").spliterator(), false)
                    .filter(each -> each.get("name").asText().equals(table.sqlName()))
                    .findFirst()
                    .orElseThrow();
            assertThat(set.get("field")).hasSameSizeAs(table.definition());
            for (int i = 0; i < table.definition().size(); i++) {
                Column column = table.definition().get(i);
                JsonNode field = set.get("field").get(i);
                assertThat(field.get("name").asText()).isEqualTo(column.name());
                assertThat(field.at("/source/extract/column").asText()).isEqualTo(column.name());
                assertThat(field.at("/source/fileObject/@id").asText()).endsWith(table.sqlName() + ".csv");
                assertThat(field.get("dataType").asText())
                        .isEqualTo(
                                switch (column.kind()) {
                                    case STORE, PRODUCT, INTEGER -> "sc:Integer";
                                    case TEXT -> "sc:Text";
                                    case DATE -> "sc:Date";
                                    case CENTS, BASIS_POINTS, REAL -> "sc:Float";
                                    case BOOL -> "sc:Boolean";
                                });
                assertThat(field.at("/references/@id").asText())
                        .isEqualTo(
                                switch (column.kind()) {
                                    case STORE -> "table/store/id";
                                    case PRODUCT -> "table/product/id";
                                    default -> "";
                                });
            }
        }
    }
}
