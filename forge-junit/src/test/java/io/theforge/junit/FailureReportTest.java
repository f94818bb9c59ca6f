package io.theforge.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.dataset.Dataset;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FailureReportTest {
    @ForgeDataset(scenario = "holiday_rush", stores = 1, products = 2, truth = true)
    static class Fails {
        @Test
        void first(Dataset shop) {
            throw new AssertionError("on purpose");
        }

        @Test
        void second(DataSource shop) {
            throw new AssertionError("on purpose");
        }

        @Test
        void passes(Dataset shop) {}
    }

    @Test
    void theLineThatMakesTheDatasetAgainIsPrintedOnce() {
        TestRun run = TestRun.of(Fails.class);
        assertThat(run.failures()).hasSize(2);
        assertThat(run.standardError().lines())
                .hasSize(2)
                .element(0, org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .matches("\\Q" + Fails.class.getName()
                        + "\\E: (first|second)\\(.*\\) failed with a dataset that this makes again:");
        assertThat(run.standardError().lines().toList().get(1))
                .isEqualTo(
                        "  ./forge --full-new --scenario holiday_rush --seed 42 --stores 1 --products 2 --truth --confirm");
    }

    static class FailsWithText {
        @Test
        void test(@ForgeDataset(config = "scenario: sparse\nseed: 3", stores = 1) Dataset shop) {
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void aConfigurationIsPrintedBelow() {
        assertThat(TestRun.of(FailsWithText.class).standardError().lines().skip(1))
                .containsExactly(
                        "  ./forge --full-new --config test.yaml --seed 3 --stores 1 --confirm",
                        "  with this test.yaml:",
                        "  scenario: sparse",
                        "  seed: 3");
    }

    static class FailsAfterAll {
        @ForgeDataset(config = "beside.yaml")
        static Dataset shop;

        @Test
        void test() {}

        @AfterAll
        static void fail() {
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void aFailureOfTheClassIsOneToo() {
        assertThat(TestRun.of(FailsAfterAll.class).standardError())
                .contains("./forge --full-new --config beside.yaml --seed 7 --confirm");
    }

    @ForgeDataset(stores = 1, products = 1)
    static class Skipped {
        @Test
        void test(Dataset shop) {
            assumeTrue(shop.stores().size() > 1);
        }
    }

    @Test
    void anAssumptionThatDoesNotHoldIsNoFailure() {
        assertThat(TestRun.of(Skipped.class).standardError()).isEmpty();
    }
}
