package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Deletions whose rows are kept in a file of the server's. */
abstract class BackupContract extends DatasetContract {

    /** Runs the command that is told or, where its client is none that can be had everywhere, what it would run. */
    abstract void restore(String command, String sql) throws Exception;

    private String confirmed() {
        return "\"confirm\": true, \"database\": \"" + name() + "\"";
    }

    private JsonNode dataset() throws Exception {
        return server.get("/api/v1/dataset").json();
    }

    private void make() throws Exception {
        assertThat(server.post("/seeder/generate", "{" + SMALL + ", \"confirm\": true}")
                        .status())
                .isEqualTo(201);
    }

    private static String text(byte[] file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsDeletedWithABackupComesBackFromIt() throws Exception {
        make();
        JsonNode before = dataset();

        Reply deleted = server.delete("/seeder/data", "{\"backup\": true, " + confirmed() + "}");
        assertThat(deleted.status()).as(deleted.toString()).isEqualTo(200);
        String backup = deleted.json().get("backup").asText();
        assertThat(backup).matches("shop[a-z0-9.]*-delete-[0-9]{8}-[0-9]{9}\\.sql\\.gz");
        assertThat(deleted.json().get("restore").asText())
                .startsWith("gunzip -c .forge/backups/" + backup + " | ")
                .contains(name())
                .doesNotContain("s3cret");
        Path file = folder.resolve(".forge/backups").resolve(backup);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
        assertThat(dataset().at("/tables/sales_daily/rows").asInt()).isZero();

        JsonNode operation = server.get("/api/v1/operations").json().get(0);
        assertThat(operation.at("/result/backup").asText()).isEqualTo(backup);
        assertThat(operation.at("/result/restore")).isEqualTo(deleted.json().get("restore"));
        assertThat(server.get("/api/v1/log").json().findValuesAsText("text").toString())
                .contains("backup in " + backup);
        String path = "/api/v1/operations/" + operation.get("id").asText() + "/backup";
        Reply sent = server.get(path);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.header("Content-Disposition")).contains(backup);
        assertThat(sent.bytes()).isEqualTo(Files.readAllBytes(file));
        assertThat(server.call("HEAD", path, null).bytes()).isEmpty();

        server.close();
        restore(deleted.json().get("restore").asText(), text(sent.bytes()));
        server = Served.in(folder, environment());
        assertThat(dataset().get("fingerprint")).isEqualTo(before.get("fingerprint"));
        assertThat(dataset().get("tables")).isEqualTo(before.get("tables"));
        assertThat(dataset().get("made_by")).isEqualTo(before.get("made_by"));
        assertThat(server.call("POST", "/seeder/verify", "{}")
                        .json()
                        .get("passed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void withoutABackupThatIsAskedForNothingIsDeleted() throws Exception {
        make();
        Files.createDirectories(folder.resolve(".forge"));
        Path inTheWay = Files.writeString(folder.resolve(".forge/backups"), "a file of somebody's");

        Reply refused = server.delete("/seeder/data", "{\"backup\": true, " + confirmed() + "}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(500);
        assertThat(refused.code()).isEqualTo("backup");
        assertThat(refused.json().get("detail").asText()).contains("nothing has been deleted");
        assertThat(dataset().at("/tables/sales_daily/rows").asInt()).isEqualTo(360);
        String path = "/api/v1/operations/"
                + server.get("/api/v1/operations").json().at("/0/id").asText() + "/backup";
        assertThat(server.get(path).status()).isEqualTo(404);

        Files.delete(inTheWay);
        assertThat(server.delete("/seeder/data", "{\"backup\": \"../../etc/x\", " + confirmed() + "}")
                        .status())
                .isEqualTo(422);
        Reply planned = server.delete("/seeder/data", "{\"backup\": true, \"dry_run\": true}");
        assertThat(planned.json().get("backup").isNull()).isTrue();
        assertThat(folder.resolve(".forge/backups")).doesNotExist();
        Reply without = server.delete("/seeder/data", "{" + confirmed() + "}");
        assertThat(without.json().get("backup").isNull()).isTrue();
        assertThat(server.get("/api/v1/operations/none/backup").status()).isEqualTo(404);
    }
}
