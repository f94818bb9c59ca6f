package io.theforge.server.http;

import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** A problem for a person who has typed an address, or followed a link. Programs get the document. */
final class ProblemPage {
    private ProblemPage() {}

    /** Whether whoever asks wants to read, not to work with the answer. @param accept null where nothing is said */
    static boolean isWanted(@Nullable String accept) {
        return accept != null && accept.startsWith("text/html");
    }

    static String of(Problem problem) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>The Forge: %s</title>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s.</p>
                <p>What to do: %s.</p>
                <p><a href="/">The page of this server</a></p>
                </main>
                </body>
                </html>
                """.formatted(
                        HttpStatus.getMessage(problem.status()),
                        HttpStatus.getMessage(problem.status()),
                        html(problem.detail()),
                        html(problem.remedy()));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
