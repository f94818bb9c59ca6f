package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.HolidayRule;
import io.theforge.config.model.Share;
import io.theforge.config.model.TimeSeriesConfig;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The two files that people have must go on working as they are. */
class ExampleFilesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    @Test
    void groceryYearIsReadAsItStands() {
        ForgeConfig config =
                ConfigReader.read(EXAMPLES.resolve("grocery-year.yaml")).resolve(Overrides.NONE);

        assertThat(config.seed()).isEqualTo(42);
        assertThat(config.pairs()).isEqualTo(500);
        assertThat(config.stores().regions()).extracting(Share::name).containsExactly("North", "South", "East", "West");
        assertThat(config.products().brands()).extracting(Share::share).containsOnly(1.0 / 3);
        assertThat(config.dateRange().days()).isEqualTo(366);
        assertThat(config.timeSeries().trend()).isEqualTo(TimeSeriesConfig.Trend.LINEAR);
        assertThat(config.timeSeries().trendSlope()).isEqualTo(0.05);
        assertThat(config.timeSeries().noiseSigma()).isEqualTo(0.15);
        assertThat(config.retail().stockoutProbability()).isEqualTo(0.05);
        assertThat(config.sparsity().missingCombinations()).isEqualTo(0.3);
        assertThat(config.sparsity().randomGapsPerSeries()).isEqualTo(2);
    }

    @Test
    void holidayQuarterIsReadAsItStands() {
        ConfigFile file = ConfigReader.read(EXAMPLES.resolve("holiday-quarter.yaml"));
        ForgeConfig config = file.resolve(Overrides.NONE);

        assertThat(config.seed()).isEqualTo(2024);
        assertThat(config.dateRange())
                .isEqualTo(new DateRange(
                        LocalDate.of(2024, 10, 1), LocalDate.of(2024, 12, 31), LocalDate.of(2024, 12, 31)));
        assertThat(config.timeSeries().trend()).isEqualTo(TimeSeriesConfig.Trend.EXPONENTIAL);
        assertThat(config.timeSeries().monthly())
                .containsEntry(11, 1.3)
                .containsEntry(12, 1.8)
                .hasSize(3);
        assertThat(config.holidays())
                .extracting(HolidayRule::name)
                .containsExactly("Thanksgiving", "Black Friday", "Christmas Eve", "Christmas Day");
        assertThat(config.holidays()).extracting(HolidayRule::multiplier).containsExactly(2.0, 3.0, 1.5, 0.3);
        assertThat(ConfigReader.warnings(file, Overrides.NONE, Overrides.NONE)).isEmpty();
    }

    @Test
    void theWrittenConfigurationReadsBackAsTheSame() {
        for (String name : new String[] {"grocery-year.yaml", "holiday-quarter.yaml"}) {
            ForgeConfig config = ConfigReader.read(EXAMPLES.resolve(name)).resolve(Overrides.NONE);
            String yaml = ConfigWriter.toYaml(config);
            assertThat(ConfigReader.parse(yaml, "record.yaml").resolve(Overrides.NONE))
                    .as(yaml)
                    .isEqualTo(config);
        }
    }
}
