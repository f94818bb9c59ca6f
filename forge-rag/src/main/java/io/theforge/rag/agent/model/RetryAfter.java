package io.theforge.rag.agent.model;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** How long somebody who is busy wants to be left alone. */
final class RetryAfter {
    private RetryAfter() {}

    /** Returns what the header says, in seconds or as a moment; without it a second, and twice as long each time. @param tries so far */
    static Duration of(HttpHeaders headers, int tries) {
        String text = headers.firstValue("Retry-After").orElse("").strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Duration until = Duration.between(
                    Instant.now(),
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeParseException e) {
            return Duration.ofSeconds(1L << (tries - 1));
        }
    }
}
