package io.theforge.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/** Reads bodies: JSON alone, of a limited size, within a limited time, and of few clients at once, so that slow ones hold up nobody. */
final class BodyReader {
    private static final int MAX_AT_ONCE = 16;
    private static final int CHUNK_BYTES = 8192;
    private final Semaphore places = new Semaphore(MAX_AT_ONCE);
    private final Duration patience;

    BodyReader(Duration patience) {
        this.patience = patience;
    }

    byte[] read(HttpServletRequest request, int maxBytes) throws IOException {
        refuseOtherTypes(request);
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        if (!places.tryAcquire()) {
            throw Problem.of(503, "busy", "too many requests are being read at once", "try again in a moment")
                    .asException();
        }
        try {
            return all(request.getInputStream(), maxBytes);
        } catch (EOFException e) {
            throw Problem.of(400, "cut_off", "the body ended before its length", "send it whole")
                    .asException();
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException || e instanceof java.io.InterruptedIOException) {
                throw tooSlow();
            }
            throw e;
        } finally {
            places.release();
        }
    }

    private byte[] all(InputStream in, int maxBytes) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            body.write(chunk, 0, read);
            if (body.size() > maxBytes) {
                throw tooLarge(maxBytes);
            }
            if (System.nanoTime() > until) {
                throw tooSlow();
            }
        }
        return body.toByteArray();
    }

    private static void refuseOtherTypes(HttpServletRequest request) {
        String type = request.getContentType();
        String[] parts =
                type == null ? new String[] {""} : type.toLowerCase(Locale.ROOT).split(";", -1);
        boolean json = parts[0].strip().equals(Answer.JSON);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replaceAll("[\\s\"]", "");
            json &= parameter.isEmpty() || !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
        }
        if (!json) {
            throw Problem.of(
                            415,
                            "media_type",
                            type == null ? "the body has no Content-Type" : "the body is not JSON in UTF-8",
                            "send JSON, with Content-Type: application/json")
                    .asException();
        }
    }

    private static ProblemException tooLarge(int maxBytes) {
        return Problem.of(413, "too_large", "the body has more than " + maxBytes + " bytes", "send less at a time")
                .asException();
    }

    private static ProblemException tooSlow() {
        return Problem.of(408, "too_slow", "the body took too long to come", "send it in one go")
                .asException();
    }
}
