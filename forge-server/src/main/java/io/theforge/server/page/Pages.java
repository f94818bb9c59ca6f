package io.theforge.server.page;

import io.theforge.server.http.Access;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Parameter;
import io.theforge.server.http.Problem;
import io.theforge.server.openapi.Schema;
import io.theforge.server.safety.Gatekeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page, under both of its addresses, and the files it consists of. Who comes with the token gets the cookie, and the address without the token. */
public final class Pages {
    private static final String HTML = "text/html; charset=utf-8";
    /** The address of a file changes with what is in it. */
    private static final String FOR_A_YEAR = "private, max-age=31536000, immutable";

    private Pages() {}

    public static List<Endpoint> all(Gatekeeper gatekeeper) {
        PageFiles files = new PageFiles();
        String page = files.index();
        Parameter token = Parameter.optional(Gatekeeper.PARAMETER, Schema.text(1, 500));
        List<Endpoint> endpoints = new ArrayList<>();
        for (String path : List.of("/", "/admin/seeder")) {
            endpoints.add(Endpoint.get(path, "The page", Form.of(HTML), call -> opened(call, gatekeeper, path, page))
                    .with(Access.PAGE)
                    .with(token));
        }
        endpoints.add(Endpoint.get(
                "/page/{build}/{file}",
                "A file of the page",
                Form.of("text/javascript; charset=utf-8"),
                call -> file(files, call)));
        return endpoints;
    }

    private static Answer opened(Call call, Gatekeeper gatekeeper, String path, String page) {
        return call.query(Gatekeeper.PARAMETER) == null
                ? Answer.html(page)
                : new Answer(303, HTML, "", Map.of("Location", path, "Set-Cookie", gatekeeper.cookie()));
    }

    private static Answer file(PageFiles files, Call call) {
        PageFiles.File file = files.at(call.path("build"), call.path("file"));
        if (file == null) {
            throw Problem.of(404, "not_found", "there is no such file of the page", "open the page again")
                    .asException();
        }
        return Answer.text(file.mediaType(), file.text()).with("Cache-Control", FOR_A_YEAR);
    }
}
