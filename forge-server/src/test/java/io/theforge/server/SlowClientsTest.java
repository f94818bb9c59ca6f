package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients who are slow, many or too talkative: the server goes on answering the others. */
class SlowClientsTest {
    private static final int MANY = 200;

    @TempDir
    Path folder;

    private Served server;
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void serve() throws Exception {
        server = Served.in(folder);
    }

    @AfterEach
    void end() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port);
        socket.setSoTimeout(60_000);
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private String head(String requestLine) {
        return requestLine + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port + "\r\n";
    }

    private String write() {
        return head("POST /seeder/generate") + "Authorization: Bearer " + server.token
                + "\r\nContent-Type: application/json\r\n";
    }

    /** Reads the first line of an answer. */
    private static String status(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int one = in.read(); one >= 0 && one != '\r'; one = in.read()) {
            line.append((char) one);
        }
        return line.toString();
    }

    private void assertUsable() throws Exception {
        assertThat(server.get("/seeder/status").status()).isEqualTo(200);
        assertThat(server.post("/seeder/generate", "{\"dry_run\": true, \"stores\": 1}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void twoHundredWhoListenLeaveItUsableAndAllHear() throws Exception {
        List<Events> listening = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            listening.add(Events.of(server));
        }
        assertUsable();
        String body = "{\"stores\": 1, \"products\": 1, \"confirm\": true}";
        assertThat(server.post("/seeder/generate", body).status()).isEqualTo(201);
        for (Events events : listening) {
            events.until(line -> line.contains("Complete (seed: 42)"));
            events.close();
        }
        while (!server.get("/metrics").text().contains("forge_event_streams 0.0")) {
            Thread.onSpinWait(); // the places of those who have gone become free
        }
    }

    @Test
    void headersThatNeverEndHoldNobodyUp() throws Exception {
        for (int i = 0; i < MANY; i++) {
            send(connect(), "GET /health HTTP/1.1\r\nHost: 127.0");
        }
        assertUsable();
    }

    @Test
    void bodiesThatNeverEndHoldNobodyUp() throws Exception {
        for (int i = 0; i < MANY; i++) {
            send(connect(), write() + "Content-Length: 1000\r\n\r\n{");
        }
        // as many as are read at once have a place, the others are told to come again
        String told = status(sockets.get(MANY - 1));
        assertThat(told).startsWith("HTTP/1.1 503");
        assertThat(server.get("/seeder/status").status()).isEqualTo(200);
        for (Socket socket : sockets) {
            socket.close();
        }
        while (server.post("/seeder/generate", "{\"dry_run\": true, \"stores\": 1}")
                        .status()
                != 201) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoHasNoTokenIsNotListenedTo() throws Exception {
        for (int i = 0; i < MANY; i++) {
            Socket socket = connect();
            send(
                    socket,
                    head("POST /seeder/generate") + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
            assertThat(status(socket)).startsWith("HTTP/1.1 401");
        }
        assertUsable();
    }

    @Test
    void aBodyOfAGigabyteIsRefusedUnread() throws Exception {
        Socket socket = connect();
        send(socket, write() + "Content-Length: 1073741824\r\n\r\n");
        assertThat(status(socket)).startsWith("HTTP/1.1 413");
        assertUsable();
    }

    @Test
    void aBodyWithoutLengthIsReadUpToTheLimit() throws Exception {
        Socket socket = connect();
        send(socket, write() + "Transfer-Encoding: chunked\r\n\r\n");
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        try {
            for (int i = 0; i < 1000; i++) {
                send(socket, chunk);
            }
        } catch (SocketException closed) {
            assertThat(closed).hasMessageMatching("(?i).*(broken pipe|reset|closed).*");
        }
        assertUsable();
    }

    @Test
    void aHeaderOfAMegabyteIsRefused() throws Exception {
        Socket socket = connect();
        try {
            send(socket, head("GET /health") + "X-Long: " + "x".repeat(1 << 20) + "\r\n\r\n");
        } catch (SocketException closed) {
            assertThat(closed).hasMessageMatching("(?i).*(broken pipe|reset|closed).*");
        }
        assertThat(server.get("/health").status()).isEqualTo(200);

        Socket shorter = connect();
        send(shorter, head("GET /health") + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(status(shorter)).startsWith("HTTP/1.1 431");
        assertUsable();
    }

    @Test
    void noiseIsNoRequest() throws Exception {
        for (String noise :
                new String[] {"\0\0\0\0\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u0016\u0003\u0001\r\n\r\n"
                }) {
            Socket socket = connect();
            send(socket, noise);
            assertThat(status(socket)).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 2");
        }
        Socket unreadable = connect();
        send(unreadable, head("GET /?token=%zz") + "\r\n");
        assertThat(status(unreadable)).startsWith("HTTP/1.1 400");
        Socket nameless = connect();
        send(nameless, "GET /seeder/status HTTP/1.0\r\n\r\n");
        assertThat(status(nameless)).startsWith("HTTP/1.1 403");
        Socket twice = connect();
        send(twice, head("GET /seeder/status") + "Host: evil.example\r\n\r\n");
        assertThat(status(twice)).startsWith("HTTP/1.1 400");
        assertUsable();
    }
}
