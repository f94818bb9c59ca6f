package io.theforge.cli.serve;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.input.TextValue;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.UsageException;
import java.util.ServiceLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code forge serve}: the database over HTTP, for people by a page, and for programs. */
@Command(
        description = {
            "Serves the database over HTTP: a page for people, endpoints for programs.",
            "The first line that it prints is the address. What writes needs the token in it, or the one of",
            "FORGE_TOKEN; docs/how-to/serve.md tells more.",
        },
        footer = {"./forge serve --open", "./forge serve --port 8080 --database postgresql://me@localhost/shop"})
public final class ServeCommand extends DatabaseCommand {
    private static final int MAX_PORT = 65_535;
    private static final int SECONDS_TO_END = 3;

    @Option(names = "--port", paramLabel = "INTEGER", description = "the port to listen on; 0: any that is free (8123)")
    String port = "8123";

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = {
                "the address to listen on (127.0.0.1, for this machine alone);",
                "on any other reading needs the token too",
            })
    String host = "127.0.0.1";

    @Option(
            names = "--rag",
            description = {
                "also index documents and find passages in them; the first",
                "such start fetches the libraries for it, about 140 MB",
            })
    boolean rag;

    @Option(names = "--open", description = "open the address in the browser")
    boolean open;

    @Override
    protected Result run(Context context) {
        int number = new TextValue("--port", port).whole(0, MAX_PORT);
        if (host.isBlank()) {
            throw new UsageException("--host", "names no address", "give one of this machine, such as 127.0.0.1");
        }
        ServerProgram program = ServiceLoader.load(ServerProgram.class)
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        null,
                        "the server is not part of this program",
                        "start it by the script ./forge, which fetches it, or add forge-server to the class path"));
        context.console().target(url().display());
        context.console().endByItself(SECONDS_TO_END, null);
        return program.serve(new ServeRequest(context, url(), host.strip(), number, rag, open));
    }
}
