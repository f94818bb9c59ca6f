package io.theforge.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What is wrong before anybody looks at it, such as a header that is too large: the same document as everywhere. */
final class JettyProblems extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        AnswerHeaders.OF_EVERY_ANSWER.forEach(
                (name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        Problem problem = Problem.of(
                code,
                "http",
                message == null || code >= 500 ? HttpStatus.getMessage(code) : message,
                code >= 500 ? "try again; see the server's log" : "send a request as HTTP/1.1 has it");
        String path = request.getHttpURI().getPath();
        byte[] document = JsonText.of(problem.json(path == null ? "" : path)).getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(document), callback);
    }
}
