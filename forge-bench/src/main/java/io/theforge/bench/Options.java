package io.theforge.bench;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What to measure and where.
 *
 * @param only the parts to measure; empty = all
 * @param seeds of the datasets that our own stack is asked about
 * @param postgresBin folder with {@code initdb} and {@code pg_ctl}; null = the one that is found
 * @param database URL of a server to use instead of an own one
 */
record Options(
        boolean help,
        boolean quick,
        boolean tiny,
        Sizes sizes,
        Set<String> only,
        List<Integer> seeds,
        @Nullable Path postgresBin,
        @Nullable URI database) {
    static final String HELP = """
            forge-bench/run [--quick] [--tiny | --stores N] [--only PART]... [--seeds A-B] [--postgres-bin DIR | --database URL]
            forge-bench/run --jmh [PATTERN] [options of JMH]

              --quick             without the long ones: COPY with everything in place, ten times the rows, files of 200 million
              --tiny              each part once with a few rows, to see that it runs; without targets
              --stores N          size of the large dataset, 50 products and the year 2024 each (56); the targets mean 56
              --only PART         start-up, generator, duckdb, changes, truth, files, score, documents, junit, postgres, server, rag or spark; may be repeated
              --seeds A-B         datasets that our own stack is asked about (901-905, on which nobody has developed it)
              --postgres-bin DIR  programs of the PostgreSQL to start (else /usr/lib/postgresql, the PATH, the embedded one)
              --database URL      a server that runs already; its user must be allowed to create databases
            """;

    private static final List<String> PARTS = List.of(
            "start-up",
            "generator",
            "duckdb",
            "changes",
            "truth",
            "files",
            "score",
            "documents",
            "junit",
            "postgres",
            "server",
            "rag",
            "spark");

    /** Those that the targets mean: nobody looks at their answers while the stack is written. */
    private static final List<Integer> UNSEEN_SEEDS = List.of(901, 902, 903, 904, 905);

    private static final int TINY_SEED = 7;

    /** Ten times as many are measured too, and the Forge takes at most 99,999. */
    private static final String STORES = "[1-9][0-9]{0,3}";

    /** @throws IllegalArgumentException naming the flag that is wrong */
    static Options parse(String... arguments) {
        boolean help = false;
        boolean quick = false;
        boolean tiny = false;
        Integer stores = null;
        Set<String> only = new TreeSet<>();
        List<Integer> seeds = null;
        Path postgresBin = null;
        URI database = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--help" -> help = true;
                case "--quick" -> quick = true;
                case "--tiny" -> tiny = true;
                case "--stores" -> stores = number(value(arguments, ++i));
                case "--only" -> only.add(part(value(arguments, ++i)));
                case "--seeds" -> seeds = seeds(value(arguments, ++i));
                case "--postgres-bin" ->
                    postgresBin = Path.of(value(arguments, ++i)).toAbsolutePath();
                case "--database" -> database = postgres(value(arguments, ++i));
                default -> throw new IllegalArgumentException(unknown(arguments, i));
            }
        }
        if (tiny && stores != null) {
            throw new IllegalArgumentException(
                    "--tiny has its own number of stores; leave out one of --tiny and --stores");
        }
        if (postgresBin != null && database != null) {
            throw new IllegalArgumentException(
                    "--postgres-bin starts a server and --database takes one that runs; leave out one of the two");
        }
        Sizes sizes = tiny ? Sizes.TINY : Sizes.FULL;
        return new Options(
                help,
                quick,
                tiny,
                stores == null ? sizes : sizes.withStores(stores),
                only,
                seeds == null ? (tiny ? List.of(TINY_SEED) : UNSEEN_SEEDS) : seeds,
                postgresBin,
                database);
    }

    private static String unknown(String[] arguments, int i) {
        String argument = arguments[i];
        if (argument.startsWith("--") && argument.contains("=")) {
            return argument + ": write the value after a blank, or none";
        }
        if (argument.equals("--jmh")) {
            return "--jmh goes first, and what follows it belongs to JMH; see --help";
        }
        String before = i == 0 ? "" : arguments[i - 1];
        return before.equals("--quick") || before.equals("--tiny")
                ? before + " takes no value, but is followed by " + argument + "; see --help"
                : argument + " is no flag of this; see --help";
    }

    private static String value(String[] arguments, int i) {
        if (i == arguments.length || arguments[i].startsWith("--")) {
            throw new IllegalArgumentException(arguments[i - 1] + " needs a value; see --help");
        }
        return arguments[i];
    }

    private static List<Integer> seeds(String text) {
        if (!text.matches("[0-9]{1,6}-[0-9]{1,6}")) {
            throw new IllegalArgumentException("--seeds is " + text + ", but should be two numbers, as in 901-905");
        }
        String[] ends = text.split("-", 2);
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                .boxed()
                .toList();
    }

    private static int number(String text) {
        if (!text.matches(STORES)) {
            throw new IllegalArgumentException("--stores is " + text + ", but should be 1 to 9999");
        }
        return Integer.parseInt(text);
    }

    private static String part(String name) {
        if (!PARTS.contains(name)) {
            throw new IllegalArgumentException("--only is " + name + ", but should be "
                    + String.join(", ", PARTS.subList(0, PARTS.size() - 1)) + " or " + PARTS.get(PARTS.size() - 1));
        }
        return name;
    }

    /** Messages do not repeat the URL, which may hold a password. */
    private static URI postgres(String text) {
        try {
            URI url = new URI(text);
            if (("postgresql".equals(url.getScheme()) || "postgres".equals(url.getScheme()))
                    && url.getHost() != null
                    && url.getPath().length() > 1) {
                return url;
            }
        } catch (URISyntaxException e) {
            // said below, without the URL
        }
        throw new IllegalArgumentException(
                "--database should be postgresql://user:password@host:port/database, with % / ? and @ in a password encoded");
    }

    boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }

    /** For a part that fetches libraries, which nothing else needs. */
    boolean isNamed(String part) {
        return only.contains(part);
    }

    boolean wantsPostgres() {
        return wants("changes")
                || wants("truth")
                || wants("junit")
                || wants("postgres")
                || isNamed("server")
                || isNamed("rag");
    }
}
