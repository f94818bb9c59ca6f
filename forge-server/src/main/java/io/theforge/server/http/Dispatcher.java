package io.theforge.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.theforge.server.openapi.FieldError;
import io.theforge.server.openapi.SchemaCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** Takes every request the same way: from where, what, by whom, with which fields; then it is answered. */
final class Dispatcher {
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS,
            HandlerType.TRACE,
            HandlerType.CONNECT);

    private final BodyReader bodies;
    private final Traffic traffic;
    private volatile @Nullable Routes routes;
    private volatile @Nullable Guard guard;
    private volatile boolean ending;

    Dispatcher(Limits limits, Traffic traffic) {
        bodies = new BodyReader(limits.body());
        this.traffic = traffic;
    }

    void takeAll(RoutesConfig config) {
        METHODS.forEach(method -> config.addHttpHandler(method, "*", this::take));
        config.exception(Exception.class, (thrown, context) -> refuse(context, thrown));
        // a method that is none
        config.exception(HttpResponseException.class, (thrown, context) -> {
            AnswerHeaders.OF_EVERY_ANSWER.forEach(context::header);
            refuse(context, nothing(context, List.of()));
        });
    }

    void serve(List<Endpoint> endpoints, Guard watching) {
        guard = watching;
        routes = new Routes(endpoints);
    }

    /** Whether somebody wants to speak another protocol on this connection: nothing here does, and Javalin would answer unasked. */
    static boolean isWebSocket(HttpServletRequest request) {
        return request.getHeader("Sec-WebSocket-Key") != null
                || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    /** Answers such a request, and no page of another origin learns more from it than from any other. */
    void refuseWebSocket(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of(
                404,
                "not_found",
                "there are no web sockets here",
                "GET /api/v1/events tells what happens, as server-sent events");
        Guard watching = guard;
        try {
            if (watching == null) {
                throw notReady();
            }
            watching.checkOrigin(request, Access.READS);
        } catch (ProblemException e) {
            problem = e.problem();
        }
        AnswerHeaders.OF_EVERY_ANSWER.forEach(response::setHeader);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream()
                .write(JsonText.of(problem.json(request.getRequestURI())).getBytes(StandardCharsets.UTF_8));
        // whatever its method is: there are not to be as many counters as words
        traffic.answered("GET", "none", problem.status(), 0);
    }

    private ProblemException notReady() {
        return Problem.of(
                        503,
                        ending ? "ending" : "starting",
                        ending ? "the server is ending" : "the server is starting",
                        "try again later")
                .asException();
    }

    void refuseAll() {
        ending = true;
    }

    private void take(Context context) {
        long begun = System.nanoTime();
        AnswerHeaders.OF_EVERY_ANSWER.forEach(context::header);
        Endpoint endpoint = null;
        try {
            Guard watching = guard;
            Routes known = routes;
            if (ending || watching == null || known == null) {
                throw notReady();
            }
            List<Routes.Match> there = known.at(path(context));
            Routes.Match match = match(context, there);
            watching.checkOrigin(
                    context.req(),
                    match == null ? Access.READS : match.endpoint().access());
            if (match == null) {
                throw nothing(context, there);
            }
            endpoint = match.endpoint();
            watching.checkToken(context.req(), endpoint.access());
            Map<String, String> query = QueryReader.read(endpoint, context.queryParamMap());
            JsonNode body = body(endpoint, context.req());
            write(
                    context,
                    endpoint.handler().answer(new Call(context.req(), context.res(), match.values(), query, body)));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            refuse(context, e);
        } finally {
            traffic.answered(
                    context.method().name(),
                    endpoint == null ? "none" : endpoint.path(),
                    context.statusCode(),
                    (System.nanoTime() - begun) / 1e9);
        }
    }

    private static String path(Context context) {
        return context.req().getRequestURI();
    }

    private static Routes.@Nullable Match match(Context context, List<Routes.Match> there) {
        String method =
                context.method() == HandlerType.HEAD ? "GET" : context.method().name();
        return there.stream()
                .filter(match -> match.endpoint().method().name().equals(method))
                .findFirst()
                .orElse(null);
    }

    private static ProblemException nothing(Context context, List<Routes.Match> there) {
        if (there.isEmpty()) {
            return Problem.of(404, "not_found", "there is nothing at this path", "/openapi.json lists what there is")
                    .asException();
        }
        String allowed = there.stream()
                .map(match -> match.endpoint().method().name())
                .map(method -> method.equals("GET") ? "GET, HEAD" : method)
                .collect(Collectors.joining(", "));
        context.header("Allow", allowed);
        return Problem.of(
                        405,
                        "method",
                        "this path does not take " + context.method().name(),
                        "use " + allowed)
                .asException();
    }

    private @Nullable JsonNode body(Endpoint endpoint, HttpServletRequest request) throws IOException {
        if (endpoint.body() == null) {
            return null;
        }
        JsonNode body = JsonText.read(bodies.read(request, endpoint.maxBodyBytes()));
        List<FieldError> errors = SchemaCheck.of(body, endpoint.body(), "");
        if (!errors.isEmpty()) {
            throw Problem.fields(errors).asException();
        }
        return body;
    }

    private static void write(Context context, Answer answer) throws IOException {
        Object body = answer.body();
        answer.headers().forEach(context::header);
        if (body instanceof CompletableFuture<?> over) {
            context.future(() -> over);
            return;
        }
        context.status(answer.status());
        if (body instanceof Answer.Writer writer) {
            context.contentType(answer.mediaType());
            if (context.method() != HandlerType.HEAD) {
                writer.write(context.res().getOutputStream());
            }
        } else if (body != null) {
            context.contentType(answer.mediaType());
            context.result(body instanceof String text ? text : JsonText.of(body));
        }
    }

    private void refuse(Context context, Throwable thrown) {
        if (context.res().isCommitted()) {
            // what has been sent of it cannot be taken back: the client has to see that it is not whole
            throw new UncheckedIOException(new IOException("the answer broke off", thrown));
        }
        Problem problem = thrown instanceof HttpException malformed
                ? Problem.of(malformed.getCode(), "http", malformed.getReason(), "send a request as HTTP/1.1 has it")
                : Failures.of(thrown);
        if (problem.status() >= 500 && !(thrown instanceof ProblemException)) {
            traffic.unexpected(context.method().name(), path(context), thrown);
        }
        if (problem.status() == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == 503) {
            context.header("Retry-After", "2");
        }
        if (problem.status() == 413 || problem.status() == 408) {
            context.header("Connection", "close");
        }
        context.status(problem.status());
        boolean reads = ProblemPage.isWanted(context.header("Accept"));
        context.contentType(reads ? Answer.HTML : Problem.MEDIA_TYPE);
        context.result(
                reads ? ProblemPage.of(problem) : JsonText.of(problem.json(Objects.requireNonNull(path(context)))));
    }
}
