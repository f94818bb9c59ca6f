package io.theforge.cli.input;

import io.theforge.config.Overrides;
import io.theforge.database.append.AppendRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which days are added to a dataset, and from which seed. */
public final class SegmentFlags implements FlagGroup {
    private static final String DEFAULT_SEED = "SEEDER_DEFAULT_SEED";

    @Option(names = "--start-date", paramLabel = "DATE", description = "first day (the day after the last one)")
    @Nullable
    String startDate;

    @Option(names = "--end-date", paramLabel = "DATE", description = "last day, inclusive (a month from the first)")
    @Nullable
    String endDate;

    @Option(
            names = "--seed",
            paramLabel = "INTEGER",
            description = "64-bit; another seed, another future (the dataset's)")
    @Nullable
    String seed;

    @Override
    public String heading() {
        return WHAT_TO_MAKE;
    }

    /**
     * Returns what is to be appended; the environment's seed is for where there is nothing of ours yet.
     *
     * @param confirmed whether rows that are there may change
     */
    public AppendRequest request(Environment environment, boolean confirmed) {
        Long firstSeed = Overrides.fromEnvironment(name -> name.equals(DEFAULT_SEED) ? environment.get(name) : null)
                .seed();
        return new AppendRequest(
                TextValue.read("--start-date", startDate, TextValue::date),
                TextValue.read("--end-date", endDate, TextValue::date),
                TextValue.read("--seed", seed, TextValue::seed),
                confirmed,
                firstSeed == null ? AppendRequest.FIRST_SEED : firstSeed);
    }
}
