package io.theforge.export.manifest;

import io.theforge.ForgeVersion;
import io.theforge.config.ConfigWriter;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.oracle.Folds;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document of a manifest, made of maps, lists, texts, numbers, booleans and nulls. */
final class ManifestJson {
    private ManifestJson() {}

    static Map<String, Object> of(Manifest manifest) {
        ForgeConfig config = manifest.config();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("forge_version", ForgeVersion.text());
        json.put("model_version", ForgeConfig.MODEL_VERSION);
        json.put("fingerprint", manifest.fingerprint());
        json.put("partial", manifest.isPartial());
        json.put("dirty", manifest.dirty());
        json.put("format", manifest.asked().format());
        json.put("compression", manifest.asked().compression());
        json.put("layout", manifest.asked().layout());
        json.put("series", manifest.asked().series());
        json.put("source", manifest.asked().source());
        json.put("unmanaged_rows", manifest.unmanagedRows());
        json.put("notes", manifest.notes());
        json.put("seed", config == null ? null : config.seed());
        json.put("date_range", manifest.dateRange() == null ? null : range(manifest.dateRange()));
        json.put("cutoffs", config == null ? List.of() : cutoffs(config.dateRange()));
        Map<String, Object> tables = new LinkedHashMap<>();
        manifest.tables().forEach((name, table) -> tables.put(name, table.json()));
        json.put("tables", tables);
        json.put("files", manifest.files().stream().map(ManifestFile::json).toList());
        json.put("configuration", config == null ? null : tree(config));
        return json;
    }

    private static Map<String, Object> range(DateRange range) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("start", range.start().toString());
        json.put("end", range.end().toString());
        return json;
    }

    /** The last known days from which {@code forge oracle} and {@code forge score} forecast where nobody names others. */
    private static List<String> cutoffs(DateRange range) {
        try {
            return Folds.last(range, null, Folds.HORIZONS).cutoffs().stream()
                    .map(firstUnknown -> range.start().plusDays(firstUnknown - 1))
                    .map(LocalDate::toString)
                    .toList();
        } catch (ConfigException tooShort) {
            return List.of();
        }
    }

    private static Object tree(ForgeConfig config) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(ConfigWriter.toYaml(config));
    }
}
