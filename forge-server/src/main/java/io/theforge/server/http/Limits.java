package io.theforge.server.http;

import java.time.Duration;

/**
 * How much a client may take up.
 *
 * @param connections at once, of all clients
 * @param idle how long a connection may say nothing
 * @param body how long a body may take
 */
public record Limits(int connections, Duration idle, Duration body) {
    /** What holds unless a test says otherwise. */
    public static final Limits USUAL = new Limits(1000, Duration.ofSeconds(30), Duration.ofSeconds(20));
}
