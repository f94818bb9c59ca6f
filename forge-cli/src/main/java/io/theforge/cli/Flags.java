package io.theforge.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Every flag there is: the parser, the help and the suggestions for misspelt ones come from here. */
@Command(
        name = "forge",
        sortOptions = false,
        sortSynopsis = false,
        usageHelpAutoWidth = false,
        usageHelpWidth = 100,
        customSynopsis = {
            "forge --full-new [what to make] [where and how] --confirm",
            "       forge --append [--start-date DATE] [--end-date DATE] [--seed INTEGER] [--database URL]",
            "       forge --delete [--scope all|facts|dimensions] [--backup FILE] (--dry-run | --confirm)",
            "       forge --status | --verify [--realism] [--database URL]",
            "       forge --scenario NAME [what to make] [where and how] --confirm",
            "       forge scenarios | scenarios show NAME",
            "       forge config show [what to make] | config schema | config init [FILE]",
            "       forge runs | runs show ID | protect | unprotect [--database URL]",
            "       forge preview [what to make] [--store CODE] [--product SKU] [--html FILE]",
            "       forge uplift [--of EFFECT] | oracle [--horizons DAYS,...] [--folds N] [--database URL]",
            "       forge score FILE [--html FILE] [--database URL]",
        },
        description = {
            "",
            "Fills a database with a synthetic shop: stores, products, calendar, prices, promotions, sales",
            "and inventory, seven tables in all. The same seed and configuration give the same rows everywhere.",
        },
        footer = {
            "",
            "Examples:",
            "  ./forge --full-new --confirm                      the defaults above, in the embedded file",
            "  ./forge --full-new --config shop.yaml --dry-run   what that file would make",
            "  ./forge --full-new --stores 56 --database postgresql://me@localhost/shop --confirm",
            "  ./forge --append --end-date 2025-03-31            goes on from the last day there is",
            "  ./forge --delete --scope facts --backup facts.sql.gz --confirm",
            "  ./forge preview --config shop.yaml                what that shop would sell, as charts",
            "  ./forge oracle                                    the best score anyone could reach",
            "  ./forge score forecast.csv --html score.html      how good those forecasts are, as charts",
            "  ./forge --status --json",
            "",
            "Exit codes: 0 done, 1 failed (the database is as before) or done and not printed,",
            "  2 wrong usage or configuration, 3 refused by a guard, 4 verification found something wrong,",
            "  130 and 143 interrupted.",
        })
final class Flags {
    @ArgGroup(validate = false, order = 1, heading = "%nOne of:%n")
    final Operations operations = new Operations();

    @ArgGroup(validate = false, order = 2, heading = "%nWhat to make (--full-new, preview):%n")
    final Dataset dataset = new Dataset();

    @ArgGroup(validate = false, order = 3, heading = "%nWhat to delete (--delete):%n")
    final Deleting deleting = new Deleting();

    @ArgGroup(validate = false, order = 4, heading = "%nWhere and how:%n")
    final Work work = new Work();

    @ArgGroup(validate = false, order = 5, heading = "%nWhat is shown:%n")
    final Show show = new Show();

    /** The word that was given instead of one of the operations. */
    @Nullable
    Operation command;

    /** Of {@code runs show}. */
    @Nullable
    String runId;

    /** Of {@code scenarios show}. */
    @Nullable
    String scenarioName;

    /** Of {@code config init}; null = standard output. */
    @Nullable
    String newFile;

    /** Of {@code unprotect}. */
    @Nullable
    String databaseName;

    /** Of {@code oracle}, and of {@code score} whether rows of others are left out. */
    FoldingFlags folding = new FoldingFlags();

    /** Of {@code uplift}: the effect. */
    @Nullable
    String effect;

    /** Of {@code preview}: a store's code. */
    @Nullable
    String store;

    /** Of {@code preview}: a product's SKU. */
    @Nullable
    String product;

    /** Of {@code score}: the forecasts. */
    @Nullable
    String forecastFile;

    /** Of {@code preview} and {@code score}: where the page goes. */
    @Nullable
    String html;

    /** Exactly one of them runs. */
    static final class Operations {
        @Option(
                names = "--full-new",
                description = "make a dataset; replaces the one of an earlier run, and no other rows")
        boolean fullNew;

        @Option(
                names = "--append",
                description = {
                    "the dataset goes on: --start-date, --end-date (the month after its last day)",
                    "and --seed (its own); rows that are there are kept",
                })
        boolean append;

        @Option(names = "--delete", description = "delete what earlier runs made, and no other rows")
        boolean delete;

        @Option(names = "--status", description = "what is in the database: rows, dates, runs, fingerprint")
        boolean status;

        @Option(names = "--verify", description = "check everything that must hold in the database")
        boolean verify;

        @Option(names = "--realism", description = "with --verify: also how much the rows look like real retail demand")
        boolean realism;

        @Option(names = "--version", description = "which version this is")
        boolean version;

        @Option(names = "--help", usageHelp = true, description = "this text")
        boolean help;
    }

    /** What the rows depend on, beside the configuration file. Texts: {@link Settings} reads them. */
    static final class Dataset {
        @Option(names = "--seed", paramLabel = "INTEGER", description = "64-bit; another seed, another shop (42)")
        @Nullable
        String seed;

        @Option(names = "--stores", paramLabel = "INTEGER", description = "how many stores (10)")
        @Nullable
        String stores;

        @Option(names = "--products", paramLabel = "INTEGER", description = "how many products (50)")
        @Nullable
        String products;

        @Option(names = "--start-date", paramLabel = "DATE", description = "first day (2024-01-01)")
        @Nullable
        String startDate;

        @Option(names = "--end-date", paramLabel = "DATE", description = "last day, inclusive (2024-12-31)")
        @Nullable
        String endDate;

        @Option(
                names = "--sparsity",
                paramLabel = "FLOAT",
                description = "share of store-product combinations without sales, 0 to 1 (0.0)")
        @Nullable
        String sparsity;

        @Option(names = "--scenario", paramLabel = "NAME", description = "a preset; forge scenarios lists them")
        @Nullable
        String scenario;

        @Option(names = "--config", paramLabel = "PATH", description = "a YAML file; flags are stronger than it")
        @Nullable
        String config;

        @Option(
                names = "--without",
                paramLabel = "EFFECT",
                description = {
                    "the same shop from the same draws without promotions, stockouts,",
                    "anomalies, holidays, price_changes, noise, trend or shocks; repeatable",
                })
        List<String> without = new ArrayList<>();

        /** Takes over what stands behind a command's word. */
        void add(Dataset behind) {
            seed = behind.seed == null ? seed : behind.seed;
            stores = behind.stores == null ? stores : behind.stores;
            products = behind.products == null ? products : behind.products;
            startDate = behind.startDate == null ? startDate : behind.startDate;
            endDate = behind.endDate == null ? endDate : behind.endDate;
            sparsity = behind.sparsity == null ? sparsity : behind.sparsity;
            scenario = behind.scenario == null ? scenario : behind.scenario;
            config = behind.config == null ? config : behind.config;
            without.addAll(behind.without);
        }
    }

    /** Which rows go. */
    static final class Deleting {
        @Option(
                names = "--scope",
                paramLabel = "TEXT",
                description = {
                    "facts: sales, inventory, prices, promotions; stores, products and calendar stay",
                    "dimensions: stores, products, calendar, and the facts that hang on them",
                    "all: all seven tables (all); dates that others refer to always stay",
                })
        @Nullable
        String scope;

        @Option(
                names = "--backup",
                paramLabel = "FILE",
                description = {
                    "first write the rows to this new file, SQL compressed by gzip, to be restored",
                    "with gunzip -c FILE | psql URL (or | duckdb PATH)",
                })
        @Nullable
        String backup;
    }

    /** What steers the work and never the rows. */
    static final class Work {
        @Option(
                names = "--database",
                paramLabel = "URL",
                description = {
                    "postgresql://user:password@host:port/name, or duckdb:PATH",
                    "(DATABASE_URL, else duckdb:.forge/forge.duckdb);",
                    "?schema=NAME, ?pgbouncer=true and more: docs/command-line.md",
                })
        @Nullable
        String database;

        @Option(names = "--confirm", description = "needed wherever rows can be removed or replaced")
        boolean confirm;

        @Option(names = "--dry-run", description = "show what would happen and write nothing; stronger than --confirm")
        boolean dryRun;

        @Option(
                names = "--include-unmanaged",
                description = "remove or replace also rows that The Forge did not make; always needs --confirm")
        boolean includeUnmanaged;

        @Option(
                names = "--truth",
                description = {
                    "also write the answer key, the table forge_truth_daily: each factor of",
                    "demand, what was asked for, sold and lost (--full-new, --append)",
                })
        boolean truth;

        @Option(
                names = "--audit-log",
                paramLabel = "FILE",
                description = "append a record of this command to a file, also when it is refused or fails")
        @Nullable
        String auditLog;

        @Option(
                names = "--no-verify",
                description = "skip the checks after writing; what a deletion leaves is counted in any case")
        boolean noVerify;

        @Option(
                names = "--workers",
                paramLabel = "INTEGER",
                description = "threads; never changes the rows (processors)")
        @Nullable
        String workers;

        @Option(
                names = "--batch-size",
                paramLabel = "INTEGER",
                description = "rows per batch where the database works in batches (1000)")
        @Nullable
        String batchSize;
    }

    /** What goes to standard output and standard error. */
    static final class Show {
        @Option(names = "--json", description = "the result as one JSON document on standard output")
        boolean json;

        @Option(names = "--no-progress", description = "no progress bars or lines")
        boolean noProgress;

        @Option(
                names = "--log-format",
                paramLabel = "json|text",
                description = "json: standard error is JSON lines (text)")
        @Nullable
        String logFormat;

        @Option(names = "--verbose", description = "a detailed log on standard error")
        boolean verbose;
    }
}
