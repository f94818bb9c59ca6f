package io.theforge.bench;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to measure and where.
 *
 * @param stores stores of the large dataset; 56 with 50 products in 2024 are 1,024,800 sales rows
 * @param only the parts to measure; empty = all
 * @param postgresBin folder with {@code initdb} and {@code pg_ctl}; null = the one that is found
 * @param database URL of a server to use instead of an own one
 */
record Options(
        boolean help,
        boolean quick,
        int stores,
        Set<String> only,
        @Nullable Path postgresBin,
        @Nullable String database) {
    static final int PRODUCTS = 50;

    static final String HELP = """
            forge-bench/run [--quick] [--stores N] [--only PART]... [--postgres-bin DIR | --database URL]
            forge-bench/run --jmh [PATTERN] [options of JMH]

              --quick             without the two long ones: COPY with everything in place, ten times the rows
              --stores N          size of the large dataset, 50 products and the year 2024 each (56); the targets mean 56
              --only PART         start-up, generator, duckdb, changes, truth or postgres; may be repeated
              --postgres-bin DIR  programs of the PostgreSQL to start (else /usr/lib/postgresql, the PATH, the embedded one)
              --database URL      a server that runs already; its user must be allowed to create databases
            """;

    private static final Set<String> PARTS = Set.of("start-up", "generator", "duckdb", "changes", "truth", "postgres");

    /** @throws IllegalArgumentException naming the flag that is wrong */
    static Options parse(String... arguments) {
        boolean help = false;
        boolean quick = false;
        int stores = 56;
        Set<String> only = new TreeSet<>();
        Path postgresBin = null;
        String database = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--help" -> help = true;
                case "--quick" -> quick = true;
                case "--stores" -> stores = number(arguments, ++i);
                case "--only" -> only.add(part(value(arguments, ++i)));
                case "--postgres-bin" -> postgresBin = Path.of(value(arguments, ++i));
                case "--database" -> database = value(arguments, ++i);
                default -> throw new IllegalArgumentException(arguments[i] + " is no flag of this; see --help");
            }
        }
        return new Options(help, quick, stores, only, postgresBin, database);
    }

    private static String value(String[] arguments, int i) {
        if (i == arguments.length) {
            throw new IllegalArgumentException(arguments[i - 1] + " needs a value; see --help");
        }
        return arguments[i];
    }

    private static int number(String[] arguments, int i) {
        String text = value(arguments, i);
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("--stores is " + text + ", but should be 1 to 9999");
        }
        return Integer.parseInt(text);
    }

    private static String part(String name) {
        if (!PARTS.contains(name)) {
            throw new IllegalArgumentException(
                    "--only is " + name + ", but should be start-up, generator, duckdb, changes, truth or postgres");
        }
        return name;
    }

    boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }

    /** The large dataset, everything else as by default. */
    Plan plan() {
        return Plan.of(ConfigReader.resolve(
                null, new Overrides(null, stores, PRODUCTS, null, null, null, null), Overrides.NONE));
    }

    /** Flags of {@code --full-new} for a number of stores. */
    static String[] fullNew(int stores, String database) {
        return new String[] {
            "--full-new",
            "--confirm",
            "--json",
            "--stores",
            String.valueOf(stores),
            "--products",
            String.valueOf(PRODUCTS),
            "--database",
            database
        };
    }
}
