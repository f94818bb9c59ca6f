package io.theforge.server.dataset;

import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Problem;
import io.theforge.server.operation.Operations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The rows that a deletion has taken away. */
public final class BackupEndpoint {
    private static final String GZIP = "application/gzip";
    private final Operations operations;
    private final Backups backups;

    public BackupEndpoint(ServedDatabase database, Operations operations) {
        this.operations = operations;
        backups = new Backups(database);
    }

    public List<Endpoint> all() {
        return List.of(Endpoint.get(
                "/api/v1/operations/{id}/backup",
                "The rows that a deletion has taken away: SQL, compressed by gzip",
                Form.of(GZIP),
                this::backup));
    }

    private Answer backup(Call call) throws IOException {
        Map<String, Object> result = operations.named(call.path("id")).result();
        if (result == null || !(result.get("backup") instanceof String name) || !Files.exists(backups.file(name))) {
            throw Problem.of(
                            404,
                            "not_found",
                            "this operation has no backup",
                            "a deletion has one where it was asked for")
                    .asException();
        }
        Path file = backups.file(name);
        return Answer.file(GZIP, name, out -> Files.copy(file, out))
                .with("Content-Length", Long.toString(Files.size(file)));
    }
}
