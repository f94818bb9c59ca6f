package io.theforge.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one error: what was wrong, where, what would be right; and no stack of causes. */
class MistakesTest {
    private static void isTold(Class<?> tests, String message) {
        TestRun run = TestRun.of(tests);
        assertThat(run.failures()).singleElement().satisfies(failure -> {
            assertThat(failure)
                    .isInstanceOfAny(ParameterResolutionException.class, ExtensionConfigurationException.class);
            assertThat(failure).hasNoCause();
            assertThat(failure.getMessage()).contains(message).doesNotContain("\n");
        });
        assertThat(run.standardError()).isEmpty();
    }

    static class NoScenario {
        @Test
        void test(@ForgeDataset(scenario = "holiday_rsh") DataSource shop) {}
    }

    @Test
    void aScenarioThatIsNotThere() {
        isTold(
                NoScenario.class,
                "@ForgeDataset: scenario: \"holiday_rsh\" is no scenario; did you mean holiday_rush? there are retail_standard,");
    }

    static class NoDate {
        @Test
        void test(@ForgeDataset(endDate = "31.12.2024") Dataset shop) {}
    }

    static class NoStores {
        @Test
        void test(@ForgeDataset(stores = 0) Dataset shop) {}
    }

    static class TooManyStores {
        @Test
        void test(@ForgeDataset(stores = 5_000_000_000L) Dataset shop) {}
    }

    @Test
    void valuesOutOfRange() {
        isTold(NoDate.class, "@ForgeDataset: endDate: \"31.12.2024\" is no date; write it as \"2024-12-31\"");
        isTold(NoStores.class, "@ForgeDataset: stores: \"0\" is out of range; give a whole number from 1 to");
        isTold(TooManyStores.class, "@ForgeDataset: stores: 5000000000 is too large");
    }

    static class NoKey {
        @Test
        void test(@ForgeDataset(config = "sed: 1") Dataset shop) {}
    }

    static class NoResource {
        @Test
        void test(@ForgeDataset(config = "shop.yaml") Dataset shop) {}
    }

    static class TwoScenarios {
        @Test
        void test(@ForgeDataset(config = "beside.yaml", scenario = "m5_like") Dataset shop) {}
    }

    static class OneScenarioTwice {
        @Test
        void test(@ForgeDataset(config = "beside.yaml", scenario = "sparse") Dataset shop) {}
    }

    @Test
    void aConfigurationThatIsNoneOrContradicts() {
        isTold(NoKey.class, "@ForgeDataset: config:1:1: the file has no key \"sed\"; did you mean seed?");
        isTold(
                NoResource.class,
                "@ForgeDataset: config: there is no resource \"shop.yaml\" beside NoResource or at the root of the class path;");
        isTold(
                TwoScenarios.class,
                "@ForgeDataset: scenario: \"m5_like\" contradicts the config, whose scenario is \"sparse\"; leave one of them out");
        assertThat(TestRun.of(OneScenarioTwice.class).failures()).isEmpty();
    }

    static class Unserved {
        @Test
        void test(@ForgeDataset String shop) {}
    }

    static class UnservedField {
        @ForgeDataset
        static String shop;

        @Test
        void test() {}
    }

    static class FinalField {
        @ForgeDataset
        final DataSource shop = null;

        @Test
        void test() {}
    }

    @Test
    void aPlaceThatIsNotServed() {
        isTold(
                Unserved.class,
                "@ForgeDataset: there is nothing of type java.lang.String; ask for a javax.sql.DataSource,");
        isTold(UnservedField.class, "UnservedField.shop: @ForgeDataset: there is nothing of type java.lang.String;");
        isTold(FinalField.class, "FinalField.shop: @ForgeDataset: the field is final");
    }

    static class AFileOfOnesOwn {
        @Test
        void test(@ForgeDataset(database = "duckdb:shop.duckdb") Connection shop) {}
    }

    static class NoUrl {
        @Test
        void test(@ForgeDataset(database = "mysql://localhost/shop") Connection shop) {}
    }

    static class NoServer {
        @Test
        void test(@ForgeDataset(database = "postgresql://localhost:1/shop") Connection shop) {}
    }

    @Test
    void aDatabaseThatCannotBeMade() {
        isTold(AFileOfOnesOwn.class, "@ForgeDataset: database: a test's embedded database is a file of its own");
        isTold(
                NoUrl.class,
                "@ForgeDataset: database: this database URL cannot be used: scheme \"mysql\" is not known;");
        isTold(NoServer.class, "@ForgeDataset: postgresql://localhost:1/shop cannot be reached:");
    }

    static class Plain {
        @Test
        void test(@ForgeDataset(stores = 1, products = 1) DataSource shop) {}
    }

    @Test
    void aCacheThatCannotBeWritten(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        TestRun run = TestRun.of(Map.of("forge.junit.cache", file.toString()), Plain.class);
        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasNoCause()
                        .hasMessageStartingWith("@ForgeDataset: no database can be made in the folder " + file + ": ")
                        .hasMessageContaining("name another folder with forge.junit.cache"));
    }

    static class ForeignAnnotation {
        @Test
        @ForgeDataset(stores = 1, products = 1)
        void test(@Deprecated DataSource shop) {}
    }

    @Test
    void aParameterWithAnAnnotationOfOthersIsLeftToThem() {
        assertThat(TestRun.of(ForeignAnnotation.class).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("No ParameterResolver registered"));
    }
}
