package io.theforge.docs;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the programs that a shell calls, in this JVM: hundreds of starts of a JVM would take minutes. */
final class ProgramServer implements AutoCloseable {
    private final ServerSocket socket;

    /** Listens from here on, on a free port of this machine. */
    ProgramServer() throws IOException {
        socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::serve, "programs of the documentation");
        server.setDaemon(true);
        server.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /**
     * Returns the script that stands in for a program. It leaves what the program would know of its caller in a folder, whose
     * name it sends, and finds there what the program has said. Standard input belongs to a process: what reads it is started.
     */
    static String script() {
        return """
                #!/bin/bash
                program=${0##*/}
                for word; do
                    [[ $program == forge && $word == - ]] && exec "$DOCS_JAVA" -cp "$DOCS_CLASSES" io.theforge.cli.Forge "$@"
                done
                call=$(mktemp -d "$DOCS_CALLS/XXXXXX")
                printf '%s\\0' "$program" "$@" >"$call/words"
                env -0 >"$call/environment"
                printf '%s' "$PWD" >"$call/folder"
                [[ $program == forge ]] || cat >"$call/in"
                exec 3<>"/dev/tcp/127.0.0.1/$DOCS_PORT"
                printf '%s\\n' "$call" >&3
                read -r status <&3
                cat "$call/err" >&2
                cat "$call/out"
                exit "$status"
                """;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept();
                    BufferedReader asked =
                            new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                    OutputStream answer = caller.getOutputStream()) {
                int status = run(Path.of(asked.readLine()));
                answer.write((status + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // closed, or a caller that has gone
            }
        }
    }

    private static int run(Path call) throws IOException {
        List<String> words = parts(call.resolve("words"));
        Map<String, String> environment = new HashMap<>();
        for (String variable : parts(call.resolve("environment"))) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        Path folder = Path.of(Files.readString(call.resolve("folder")));
        List<String> arguments = words.subList(1, words.size());
        try (PrintStream out = stream(call.resolve("out"));
                PrintStream err = stream(call.resolve("err"))) {
            try {
                return words.get(0).equals("forge")
                        ? ForgeProgram.run(environment, folder, out, err, arguments)
                        : DuckDbClient.run(folder, call.resolve("in"), out, err, arguments);
            } catch (ReflectiveOperationException | RuntimeException e) {
                e.printStackTrace(err);
                return -1;
            }
        }
    }

    private static List<String> parts(Path file) throws IOException {
        return Arrays.asList(Files.readString(file).split("\0"));
    }

    private static PrintStream stream(Path file) throws IOException {
        return new PrintStream(new BufferedOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
