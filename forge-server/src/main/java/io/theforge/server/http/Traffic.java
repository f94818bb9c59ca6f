package io.theforge.server.http;

/** Hears of every request. */
public interface Traffic {

    /** @param endpoint the path as it is declared, "none" where there is nothing */
    void answered(String method, String endpoint, int status, double seconds);

    /** Hears of what nobody has foreseen. */
    void unexpected(String method, String path, Throwable thrown);
}
