package io.theforge.server.page;

import io.theforge.server.http.Access;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Parameter;
import io.theforge.server.openapi.Schema;
import io.theforge.server.safety.Gatekeeper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page, under both of its addresses. Who comes with the token gets the cookie, and the address without the token. */
public final class Pages {
    private static final String HTML = "text/html; charset=utf-8";

    private Pages() {}

    public static List<Endpoint> all(Gatekeeper gatekeeper) {
        String page = resource("index.html");
        Parameter token = Parameter.optional(Gatekeeper.PARAMETER, Schema.text(1, 500));
        return Stream.of("/", "/admin/seeder")
                .map(path -> Endpoint.get(path, "The page", Form.of(HTML), call -> opened(call, gatekeeper, path, page))
                        .with(Access.PAGE)
                        .with(token))
                .toList();
    }

    private static Answer opened(Call call, Gatekeeper gatekeeper, String path, String page) {
        return call.query(Gatekeeper.PARAMETER) == null
                ? Answer.html(page)
                : new Answer(303, HTML, "", Map.of("Location", path, "Set-Cookie", gatekeeper.cookie()));
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in this build: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
