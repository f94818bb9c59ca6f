package io.theforge.cli;

import io.theforge.database.DatabaseUrl;
import java.nio.file.Path;

/** Which database: {@code --database}, else {@code DATABASE_URL}, else a file under the working directory. */
final class Database {
    private static final String EMBEDDED = ".forge/forge.duckdb";

    private Database() {}

    static DatabaseUrl chosen(Flags flags, Environment environment, Path workingDirectory) {
        String flag = flags.work.database;
        if (flag != null) {
            return parse("--database", flag);
        }
        String variable = environment.get("DATABASE_URL");
        if (variable != null) {
            return parse("DATABASE_URL", variable);
        }
        return new DatabaseUrl("duckdb:" + workingDirectory.resolve(EMBEDDED));
    }

    /** A command that opens it. */
    static String client(Job job) {
        return "duckdb " + job.url();
    }

    private static DatabaseUrl parse(String place, String url) {
        if (url.isBlank()) {
            throw new UsageException(place, "is empty", "give a URL such as postgresql://me@localhost/shop");
        }
        return new DatabaseUrl(url);
    }
}
