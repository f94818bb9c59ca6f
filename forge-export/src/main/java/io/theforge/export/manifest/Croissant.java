package io.theforge.export.manifest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.config.model.ForgeConfig;
import io.theforge.export.manifest.ManifestTable.ManifestColumn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same in the words of <a href="http://mlcommons.org/croissant/1.1">Croissant 1.1</a>, which machine learning's tools read. */
public final class Croissant {
    /** Its name in an export. */
    public static final String FILE = "croissant.json";

    private static final String MADE = "https://spdx.org/licenses/CC0-1.0.html";
    private static final String UNDETERMINED = "https://rightsstatements.org/vocab/UND/1.0/";

    private final Manifest manifest;
    private final CroissantSources sources;

    private Croissant(Manifest manifest) {
        this.manifest = manifest;
        sources = new CroissantSources(manifest);
    }

    /** Returns the document, made of maps, lists and texts. */
    public static Map<String, Object> of(Manifest manifest) {
        return new Croissant(manifest).document();
    }

    /** Returns the document as it is written. */
    public static byte[] bytes(Manifest manifest) {
        return JsonText.bytes(of(manifest));
    }

    private Map<String, Object> document() {
        ForgeConfig config = manifest.config();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", context());
        document.put("@type", "sc:Dataset");
        document.put("conformsTo", "http://mlcommons.org/croissant/1.1");
        document.put("name", config == null ? "retail-demand" : "forge-seed-" + config.seed());
        document.put("description", description(config));
        document.put("license", manifest.unmanagedRows().isEmpty() ? MADE : UNDETERMINED);
        document.put("url", "./");
        Map<String, Object> creator = new LinkedHashMap<>();
        creator.put("@type", "sc:Organization");
        creator.put("name", "The Forge");
        document.put("creator", creator);
        if (manifest.dateRange() != null) {
            // No clock: the last day stands for the day of publication.
            document.put("datePublished", manifest.dateRange().end().toString());
        }
        document.put("version", ForgeConfig.MODEL_VERSION + ".0.0");
        document.put("keywords", List.of("retail", "demand forecasting", "time series", "synthetic"));
        document.put("distribution", sources.distribution());
        document.put(
                "recordSet",
                manifest.tables().values().stream()
                        .filter(table -> sources.has(table))
                        .map(this::recordSet)
                        .toList());
        return document;
    }

    private static Object context() {
        try (InputStream in = Croissant.class.getResourceAsStream("croissant-context.json")) {
            return new ObjectMapper().readValue(in, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String description(@Nullable ForgeConfig config) {
        String what = config == null
                ? "Retail demand from the database " + manifest.asked().source() + ", written by The Forge."
                : "A synthetic shop of " + config.stores().count() + " stores and "
                        + config.products().count() + " products from "
                        + config.dateRange().start() + " to "
                        + config.dateRange().end()
                        + ", made by The Forge from seed " + config.seed() + ".";
        return what + " Layout " + manifest.asked().layout()
                + (manifest.isPartial() ? "; not all rows of the dataset are here, or not as they were." : ".")
                + (manifest.fingerprint() == null
                        ? ""
                        : " Fingerprint of the dataset: " + manifest.fingerprint() + ".");
    }

    private Map<String, Object> recordSet(ManifestTable table) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("@type", "cr:RecordSet");
        set.put("@id", id(table.name()));
        set.put("name", table.name());
        set.put("description", table.name() + ", " + table.rows() + " rows");
        List<Map<String, Object>> key = table.columns().stream()
                .filter(ManifestColumn::isKey)
                .map(column -> reference(id(table.name()) + "/" + column.name()))
                .toList();
        if (!key.isEmpty()) {
            set.put("key", key);
        }
        List<Map<String, Object>> fields = new ArrayList<>();
        table.columns().forEach(column -> fields.add(field(table, column)));
        set.put("field", fields);
        return set;
    }

    private Map<String, Object> field(ManifestTable table, ManifestColumn column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("@type", "cr:Field");
        field.put("@id", id(table.name()) + "/" + column.name());
        field.put("name", column.name());
        field.put("dataType", dataType(column.type()));
        field.put("source", sources.of(table, column));
        String referred = referred(table, column);
        if (referred != null && manifest.tables().containsKey(referred.substring(0, referred.indexOf('/')))) {
            field.put("references", reference(id(referred)));
        }
        return field;
    }

    /** Returns the table and the column that a column refers to, a slash between; null where it refers to none. */
    private @Nullable String referred(ManifestTable table, ManifestColumn column) {
        boolean isOfCodes = manifest.asked().layout().equals(CodeColumns.LAYOUT);
        return switch (column.name()) {
            case "store_id" -> "store/id";
            case "product_id" -> "product/id";
            case CodeColumns.STORE -> isOfCodes ? "store/code" : null;
            case CodeColumns.PRODUCT -> isOfCodes && !table.name().equals("product") ? "product/sku" : null;
            default -> null;
        };
    }

    /** Files and record sets share one space of names. */
    static String id(String table) {
        return "table/" + table;
    }

    static Map<String, Object> reference(String id) {
        return Map.of("@id", id);
    }

    private static String dataType(String sqlType) {
        return switch (sqlType.replaceAll("\\(.*", "")) {
            case "integer", "bigint" -> "sc:Integer";
            case "date" -> "sc:Date";
            case "numeric", "double precision" -> "sc:Float";
            case "boolean" -> "sc:Boolean";
            default -> "sc:Text";
        };
    }
}
