package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigSchemaTest {

    @Test
    void everyKeyOfTheTableIsInTheSchemaAndNothingElse() {
        holdsExactly(KeyTable.FILE, ConfigSchema.document());
    }

    @Test
    void defaultsAreThoseOfTheCode() {
        assertThat(at(ConfigSchema.document(), List.of("retail", "promotion_lift"))
                        .get("default"))
                .hasToString("1.3");
        assertThat(at(ConfigSchema.document(), List.of("date_range", "start")).get("default"))
                .isEqualTo("2024-01-01");
        assertThat(at(ConfigSchema.document(), List.of("date_range", "horizon")))
                .doesNotContainKey("default");
    }

    @Test
    void theTemplateIsTheDefaultConfigurationAndNamesEveryKey() {
        String yaml = ConfigTemplate.text();

        assertThat(ConfigReader.parse(yaml, "new.yaml").resolve(Overrides.NONE)).isEqualTo(ConfigReader.defaults());
        for (Key<?, ?> key : KeyTable.FILE) {
            assertThat(yaml)
                    .contains("# " + key.meaning() + "\n", "# " + key.type().describe() + "\n")
                    .containsPattern("\n *(# )?" + key.name() + ":");
        }
    }

    @Test
    void everyMappingOfItHasAnOrder() {
        inOrder(ConfigSchema.document());
    }

    private static void inOrder(Object value) {
        if (value instanceof Map<?, ?> map) {
            assertThat(map).isInstanceOfAny(LinkedHashMap.class, TreeMap.class);
            map.values().forEach(ConfigSchemaTest::inOrder);
        } else if (value instanceof List<?> list) {
            list.forEach(ConfigSchemaTest::inOrder);
        }
    }

    private static void holdsExactly(List<? extends Key<?, ?>> keys, Map<String, Object> schema) {
        for (Key<?, ?> key : keys) {
            Map<String, Object> value = at(schema, key.segments());
            assertThat(value)
                    .as(key.path())
                    .containsKey("description")
                    .containsAllEntriesOf(key.type().schema());
            if (key.type() instanceof RowsType<?> rows) {
                holdsExactly(rows.keys(), map(value.get("items")));
            }
        }
        assertThat(leaves(schema)).isEqualTo(keys.size());
    }

    /** How many properties there are that are no sections. */
    private static int leaves(Map<String, Object> section) {
        assertThat(section).containsEntry("additionalProperties", false);
        return map(section.get("properties")).values().stream()
                .mapToInt(each -> map(each).containsKey("properties") ? leaves(map(each)) : 1)
                .sum();
    }

    private static Map<String, Object> at(Map<String, Object> schema, List<String> names) {
        Map<String, Object> found = schema;
        for (String name : names) {
            found = map(map(found.get("properties")).get(name));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
