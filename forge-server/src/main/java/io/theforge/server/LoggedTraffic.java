package io.theforge.server;

import io.theforge.cli.console.Console;
import io.theforge.cli.result.Secrets;
import io.theforge.server.http.Traffic;
import io.theforge.server.metrics.Metrics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts requests, and logs those that went wrong where nobody has foreseen it. */
record LoggedTraffic(Console console, Metrics metrics) implements Traffic {

    @Override
    public void answered(String method, String endpoint, int status, double seconds) {
        metrics.request(method, endpoint, status, seconds);
    }

    @Override
    public void unexpected(String method, String path, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", method);
        fields.put("path", path);
        fields.put("trace", Secrets.mask(trace.toString()));
        console.event("request_failed", fields);
        console.warn(method + " " + path + ": " + Secrets.mask(String.valueOf(thrown.getMessage())));
    }
}
