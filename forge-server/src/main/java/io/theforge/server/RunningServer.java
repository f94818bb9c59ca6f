package io.theforge.server;

import io.theforge.cli.command.Context;
import io.theforge.cli.input.Environment;
import io.theforge.cli.serve.ServeRequest;
import io.theforge.database.DatabaseUrl;
import io.theforge.server.http.HttpServer;
import io.theforge.server.http.Limits;
import io.theforge.server.safety.Gatekeeper;
import io.theforge.server.safety.Token;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A server that listens, until it is closed. */
public final class RunningServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final HttpServer http;
    private final Parts parts;
    private final Token token;
    private final boolean tokenIsChosen;
    private final String address;

    private RunningServer(HttpServer http, Parts parts, Token token, boolean tokenIsChosen, String address) {
        this.http = http;
        this.parts = parts;
        this.token = token;
        this.tokenIsChosen = tokenIsChosen;
        this.address = address;
    }

    static RunningServer start(ServeRequest request, Limits limits) {
        Environment environment = request.context().environment();
        @Nullable Token chosen = Address.chosenToken(environment.get("FORGE_TOKEN"));
        String otherHosts = Objects.requireNonNullElse(environment.get("FORGE_ALLOWED_HOSTS"), "");
        return start(request, limits, chosen, otherHosts);
    }

    /**
     * Starts one that also takes documents in, for a single run in this process: on a free port of this machine, with a token that nobody
     * has chosen. It prints nothing, and an end of the process does not end it.
     *
     * @throws io.theforge.database.report.DatabaseException when the database cannot be reached
     */
    public static RunningServer forOneRun(Context context, DatabaseUrl database) {
        return start(new ServeRequest(context, database, LOOPBACK, 0, true, false), Limits.USUAL, null, "");
    }

    private static RunningServer start(ServeRequest request, Limits limits, @Nullable Token chosen, String otherHosts) {
        Token token = chosen == null ? Token.random() : chosen;
        boolean loopback = Address.isLoopback(request.host());
        Parts parts = new Parts(request);
        HttpServer http = HttpServer.listen(request.host(), request.port(), limits, parts.traffic());
        try {
            parts.check();
            Gatekeeper gatekeeper = Gatekeeper.of(token, request.host(), http.port(), loopback, otherHosts);
            http.serve(parts.endpoints(gatekeeper), gatekeeper);
        } catch (RuntimeException | Error e) {
            http.close();
            throw e;
        }
        return new RunningServer(http, parts, token, chosen != null, Address.url(request.host(), http.port()));
    }

    /** Without the token: "http://127.0.0.1:8123/". */
    public String address() {
        return address;
    }

    String addressWithToken() {
        return address + "?" + Gatekeeper.PARAMETER + "=" + token.text();
    }

    /** A token that somebody has chosen is known to him, and is not printed. */
    String addressToPrint() {
        return tokenIsChosen ? address : addressWithToken();
    }

    int port() {
        return http.port();
    }

    /** What lets somebody write. */
    public String token() {
        return token.text();
    }

    long requests() {
        return parts.metrics().requests();
    }

    /** Ends a running operation as an interruption does, and answers nobody meanwhile. */
    @Override
    public void close() {
        http.refuseAll();
        parts.close();
        http.close();
    }
}
