package io.theforge.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Listens to a server's events, over a socket of its own. */
final class Events implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    final List<String> ids = new ArrayList<>();

    private Events(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param headers lines, each with its end */
    static Events of(Served server, String headers) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port);
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(("GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:" + server.port + "\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return new Events(socket);
    }

    static Events of(Served server) throws IOException {
        return of(server, "");
    }

    /** Reads until a line fits, and returns all lines up to it. */
    List<String> until(Predicate<String> wanted) {
        List<String> lines = new ArrayList<>();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                if (line.startsWith("id: ")) {
                    ids.add(line.substring(4));
                }
                if (wanted.test(line)) {
                    return lines;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("ended after " + lines);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
