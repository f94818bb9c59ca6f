package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake of the URL is told as one, with what would be right, before anything is written. */
class AddressMistakesTest {
    private static final int TLS_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;

    /** Answers each start of a session with the same bytes, as servers and poolers do. */
    private static final class OneAnswer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final boolean tls;
        private final byte[] answer;

        OneAnswer(boolean tls, byte[] answer) throws IOException {
            this.tls = tls;
            this.answer = answer;
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    answer(client);
                } catch (IOException gone) {
                    continue;
                }
            }
        }

        private void answer(Socket client) throws IOException {
            DataInputStream in = new DataInputStream(client.getInputStream());
            while (true) {
                int length = in.readInt();
                int code = in.readInt();
                if (code == TLS_REQUEST && tls) {
                    client.getOutputStream().write('S');
                    return;
                } else if (code == TLS_REQUEST || code == GSS_REQUEST) {
                    client.getOutputStream().write('N');
                } else {
                    in.readNBytes(length - 2 * Integer.BYTES);
                    client.getOutputStream().write(answer);
                    return;
                }
            }
        }

        String url(String settings) {
            return "postgresql://ann@localhost:" + socket.getLocalPort() + "/shop?" + settings;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static byte[] refusal(String state, String message) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String field : new String[] {"SFATAL", "C" + state, "M" + message, ""}) {
            body.write(field.getBytes(StandardCharsets.UTF_8));
            body.write(0);
        }
        return message('E', body.toByteArray());
    }

    private static byte[] message(char kind, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(kind);
        out.writeInt(body.length + Integer.BYTES);
        out.write(body);
        return bytes.toByteArray();
    }

    private static DatabaseException failure(String url) {
        Warehouse warehouse = Warehouse.of(DatabaseUrl.parse(url, Path.of(""), name -> null));
        return catchThrowableOfType(DatabaseException.class, warehouse::status);
    }

    @Test
    void aMissingPasswordNamesEveryWayToGiveOne() throws Exception {
        byte[] wantsPassword = message('R', new byte[] {0, 0, 0, 3});
        try (OneAnswer server = new OneAnswer(false, wantsPassword)) {
            DatabaseException failure = failure(server.url(""));
            assertThat(failure).hasMessageContaining("wants a password for this user, and none has been given");
            assertThat(failure.remedy())
                    .contains("USER:PASSWORD@HOST", "DATABASE_URL", ".env", "PGPASSWORD", "~/.pgpass");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | sslmode=require                             | The server does not support SSL",
                "false | gssencmode=require                          | GSS",
                "true  | sslmode=verify-full&sslrootcert=/nowhere.pem | /nowhere.pem (No such file or directory)",
            })
    void whatTheUrlSaysOfEncryptionIsNoLostServer(boolean tls, String settings, String reason) throws Exception {
        try (OneAnswer server = new OneAnswer(tls, new byte[0])) {
            DatabaseException failure = failure(server.url(settings));
            assertThat(failure).hasMessageContainingAll("cannot be reached as the database URL says", reason);
            assertThat(failure.remedy()).contains("sslmode", "sslrootcert").doesNotContain("when the server is back");
        }
    }

    @Test
    void aServerOfSomethingElseIsTold() throws Exception {
        try (OneAnswer server =
                new OneAnswer(false, "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8))) {
            assertThat(failure(server.url("sslmode=disable")))
                    .hasMessageContaining("does not speak as a PostgreSQL server does");
        }
    }

    @ParameterizedTest
    @CsvSource({"search_path,schema=shop,schema", "options,options=-csearch_path%3Dshop,options"})
    void aSettingThatAPoolerRefusesIsTold(String refused, String setting, String named) throws Exception {
        try (OneAnswer pooler = new OneAnswer(false, refusal("08P01", "unsupported startup parameter: " + refused))) {
            DatabaseException failure = failure(pooler.url("pgbouncer=true&" + setting));
            assertThat(failure).hasMessageContainingAll("is a connection pooler", refused);
            assertThat(failure.remedy())
                    .contains("connect to the server itself", "leave " + named + " out of the URL", "ALTER ROLE");
        }
    }

    @ParameterizedTest
    @CsvSource({"42P05, prepared statement \"S_1\" already exists", "26000, prepared statement \"S_1\" does not exist"})
    void aStatementOfAnotherSessionPointsToThePooler(String state, String message) {
        PostgresAddress address = PostgresAddress.parse("//db/shop", false, name -> null);
        DatabaseException failure = Failures.explain(new SQLException(message, state), address, null, false);
        assertThat(failure).hasMessageContainingAll("connection pooler", state);
        assertThat(failure.remedy()).contains("pgbouncer=true");
        PostgresAddress pooled = PostgresAddress.parse("//db/shop?pgbouncer=true", false, name -> null);
        assertThat(Failures.explain(new SQLException(message, state), pooled, null, false)
                        .remedy())
                .contains("connect to the server itself")
                .doesNotContain("add pgbouncer");
    }

    @Test
    void aPoolerThatAllowsNoTransactionsIsTold() {
        PostgresAddress address = PostgresAddress.parse("//db/shop?pgbouncer=true", false, name -> null);
        SQLException refused =
                new SQLException("FATAL: transaction blocks not allowed in statement pooling mode", "08P01");
        DatabaseException failure = Failures.explain(refused, address, null, false);
        assertThat(failure).hasMessageContaining("connection pooler in statement mode");
        assertThat(failure.remedy()).contains("pool_mode to transaction or session", "connect to the server itself");
    }

    private static String with(String url, String setting) {
        return url + (url.contains("?") ? "&" : "?") + setting;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema=shop",
                "currentSchema=shop",
                "options=-csearch_path%3Dshop",
                "schema=My Shop",
                "schema=o%22dd,1"
            })
    void theSchemaOfTheUrlIsFilled(String setting) throws Exception {
        try (TestServer.Database database = TestServer.create();
                Connection connection = database.connect()) {
            Warehouse warehouse = Warehouse.of(DatabaseUrl.parse(with(database.url(), setting), Path.of("")));
            assertThatThrownBy(() -> warehouse.fullNew(Shops.plan(1, 1, 1, 2), Shops.WORK, Shops.SILENT))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("no schema of the search path");
            String name =
                    setting.startsWith("schema=My") ? "\"My Shop\"" : setting.contains("dd") ? "\"o\"\"dd,1\"" : "shop";
            Sql.on(connection).run("CREATE SCHEMA " + name);

            warehouse.fullNew(Shops.plan(1, 1, 1, 2), Shops.WORK, Shops.SILENT);

            assertThat(Sql.on(connection).number("SELECT count(*) FROM " + name + ".store"))
                    .isOne();
            assertThat(Sql.on(connection).number("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .isZero();
            assertThat(warehouse.verify(Shops.SILENT).passed()).isTrue();
        }
    }

    @Test
    void aSchemaThatAPoolerIgnoresIsRefused() throws Exception {
        try (TestServer.Database database = TestServer.create();
                Connection ignoring = database.connect()) {
            for (String setting : new String[] {"schema=shop", "options=-c%20search_path%3Dshop"}) {
                PostgresAddress address = PostgresAddress.parse("//db/shop?" + setting, false, name -> null);
                assertThatThrownBy(() -> Schema.open(ignoring, address))
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("a connection pooler that ignores a setting of the URL");
            }
        }
    }
}
