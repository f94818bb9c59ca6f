package io.theforge.server.rag;

import io.theforge.server.http.Access;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Endpoint.Method;
import io.theforge.server.http.Problem;
import io.theforge.server.openapi.Schema;
import java.util.List;

/** What this server does not have, and says so. */
public final class AgentsAbsent {
    private AgentsAbsent() {}

    public static List<Endpoint> all() {
        return List.of(
                absent(Method.POST, "/agents/sessions"),
                absent(Method.GET, "/agents/sessions/{id}"),
                absent(Method.POST, "/agents/sessions/{id}/chat"),
                absent(Method.DELETE, "/agents/sessions/{id}"));
    }

    private static Endpoint absent(Method method, String path) {
        return new Endpoint(
                method,
                path,
                "Not in this version",
                method == Method.GET ? Access.READS : Access.WRITES,
                List.of(),
                null,
                0,
                Form.json(200, Schema.object().open()),
                call -> {
                    throw Problem.of(
                                    503,
                                    "absent",
                                    "agents are not part of this version of the server",
                                    "ask the application that has them")
                            .asException();
                });
    }
}
