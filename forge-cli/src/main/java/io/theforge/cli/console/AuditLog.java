package io.theforge.cli.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.cli.input.Environment;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.Secrets;
import io.theforge.cli.result.Version;
import io.theforge.database.report.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code --audit-log}: two lines of JSON for each command, one before anything happens and one when it is over, also when it
 * was refused, failed or interrupted. Lines are appended and flushed to the disk. A first line without a second is a process
 * that was killed.
 */
public final class AuditLog {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> VARIABLES = List.of(
            "APP_ENV",
            "SEEDER_ALLOW_PRODUCTION",
            "SEEDER_REQUIRE_CONFIRM",
            "SEEDER_DEFAULT_SEED",
            "SEEDER_DEFAULT_STORES",
            "SEEDER_DEFAULT_PRODUCTS",
            "SEEDER_BATCH_SIZE");

    private final Path path;
    private final FileChannel file;
    private final Map<String, @Nullable Object> common = new LinkedHashMap<>();
    private boolean ended;
    private boolean withinLine;

    private AuditLog(Path path, FileChannel file, boolean withinLine) {
        this.path = path;
        this.file = file;
        this.withinLine = withinLine;
    }

    /**
     * Opens the file, before anything else is done.
     *
     * @param command the command's words with dashes; null when the arguments name none
     * @param arguments as they were given; passwords are masked
     * @throws RefusedException if it cannot be written: nothing happens without a record
     */
    public static AuditLog open(Path path, @Nullable String command, List<String> arguments) {
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            AuditLog log = new AuditLog(path, file, endsWithinLine(path));
            log.common.put("audit_id", UUID.randomUUID().toString());
            log.common.put("operation", command);
            log.common.put("os_user", System.getProperty("user.name", "unknown"));
            log.common.put("version", Version.text());
            log.common.put(
                    "arguments", arguments.stream().map(Secrets::maskArgument).toList());
            return log;
        } catch (IOException e) {
            throw refusal(path, e);
        }
    }

    /** Whether a full disk has cut the last line: ours begins a new one. */
    private static boolean endsWithinLine(Path path) throws IOException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path) || Files.size(path) == 0) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        try (FileChannel written = FileChannel.open(path, StandardOpenOption.READ)) {
            written.read(last, written.size() - 1);
        }
        return last.get(0) != '\n';
    }

    /** Writes the first line. */
    public synchronized void begin(String database, Environment environment) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : VARIABLES) {
            String value = environment.get(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        common.put("database", database);
        common.put("environment", variables);
        try {
            write(line("started"));
        } catch (IOException e) {
            ended = true;
            throw refusal(path, e);
        }
    }

    private static RefusedException refusal(Path path, IOException failure) {
        return new RefusedException(
                "the audit log " + path + " cannot be written (" + reason(failure)
                        + "), and nothing has been done without it",
                "name a file with --audit-log that can be written, or leave the flag out");
    }

    /** Something that only becomes known on the way, such as the configuration as it was resolved. */
    public synchronized void put(String name, Object value) {
        common.put(name, value);
    }

    /** Writes the second line, once. @return what went wrong with it, null when nothing did */
    public synchronized @Nullable String end(Result result, double seconds) {
        if (ended) {
            return null;
        }
        ended = true;
        Map<String, @Nullable Object> line = line("ended");
        Failure failure = result.failure();
        boolean interrupted = failure != null && failure.code().equals("interrupted");
        line.put("outcome", interrupted ? "interrupted" : result.outcome());
        line.put("exit_code", result.exitCode());
        line.put("seconds", seconds);
        line.putAll(result.details());
        if (failure != null) {
            line.put("error", failure.asJson());
        }
        try (file) {
            write(line);
            return null;
        } catch (IOException e) {
            return "the audit log " + path + " could not be written at the end: " + reason(e);
        }
    }

    private Map<String, @Nullable Object> line(String event) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("time", Instant.now().toString());
        line.put("event", event);
        line.putAll(common);
        return line;
    }

    /** One write for the whole line, so that lines of several processes do not mix. */
    private void write(Map<String, @Nullable Object> line) throws IOException {
        String begin = withinLine ? "\n" : "";
        ByteBuffer bytes = ByteBuffer.wrap((begin + text(line) + "\n").getBytes(StandardCharsets.UTF_8));
        withinLine = true;
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        withinLine = false;
        file.force(true);
    }

    private static String text(Map<String, @Nullable Object> line) {
        try {
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON document: " + line.keySet(), e);
        }
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
    }
}
