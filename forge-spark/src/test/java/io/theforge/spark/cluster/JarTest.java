package io.theforge.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a cluster loads with our jar: nothing that anybody else could have in another version. */
class JarTest {
    private static final String SERVICES = "META-INF/services/";

    private static JarFile jar;
    private static List<String> files;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(SparkHome.JAR.toFile());
        files = jar.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .toList();
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void everythingInItIsBelowOurOwnPackage() {
        assertThat(files)
                .filteredOn(file -> !file.startsWith("META-INF/"))
                .allMatch(file -> file.startsWith("io/theforge/"));
        assertThat(files).doesNotHaveDuplicates();
    }

    @Test
    void librariesHaveNamesOfOursAndSparksAreNotThere() {
        assertThat(files)
                .contains(
                        "io/theforge/spark/ForgeSource.class",
                        "io/theforge/Forge.class",
                        "io/theforge/spark/shaded/picocli/CommandLine.class",
                        "io/theforge/spark/shaded/org/yaml/snakeyaml/Yaml.class",
                        "io/theforge/spark/shaded/holidays/Holidays_de.xml")
                .noneMatch(file -> file.contains("jackson") || file.contains("slf4j") || file.contains("duckdb"))
                .noneMatch(file -> file.contains("postgresql") || file.startsWith("io/theforge/database/"));
    }

    @Test
    void whatIsBesideItsClassesIsItsOwn() {
        assertThat(files)
                .filteredOn(file -> file.startsWith("META-INF/"))
                .containsExactlyInAnyOrder(
                        JarFile.MANIFEST_NAME,
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/licenses/threeten-extra.txt",
                        SERVICES + "org.apache.spark.sql.sources.DataSourceRegister");
    }

    @Test
    void everyServiceIsAClassInIt() throws IOException {
        for (String file : files) {
            if (file.startsWith(SERVICES)) {
                assertThat(text(file).lines())
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(files).contains(name.replace('.', '/') + ".class"));
            }
        }
    }

    @Test
    void aRunCanRecordItsVersion() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                .isNotBlank();
    }

    /** Relocation rewrites texts that look like names of classes, and should rewrite no others. */
    @Test
    void namesOfSettingsAreNotTakenForClasses() throws IOException {
        for (String file : files) {
            if (file.endsWith(".class")) {
                assertThat(text(file)).as(file).doesNotContain("shaded.picocli.ansi", "shaded.picocli.usage");
            }
        }
    }

    private static String text(String file) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(file)).readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
