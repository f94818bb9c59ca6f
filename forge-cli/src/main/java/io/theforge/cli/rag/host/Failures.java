package io.theforge.cli.rag.host;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertificateException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a call was not answered, in words that help. */
final class Failures {
    private final HostAddress address;
    private final HostCall call;
    private @Nullable Throwable why;
    private @Nullable Throwable last;

    Failures(HostAddress address, HostCall call) {
        this.address = address;
        this.call = call;
    }

    /** Adds why a try failed. The first reason is told: an application that has died on a call takes no connection for the next. */
    void add(Throwable failure) {
        if (why == null) {
            why = failure;
        }
        last = failure;
    }

    /** Returns whether the last try had a connection, and it was closed. */
    boolean isConnectionLost() {
        return last instanceof IOException
                && !(last instanceof ConnectException
                        || last instanceof HttpConnectTimeoutException
                        || last instanceof LimitedBody.TooLongException
                        || last instanceof SSLException);
    }

    /** Returns what is told where the time is over. */
    HostException late() {
        return new HostException(
                call.shown() + " was not answered by " + address + " within "
                        + call.limit().toSeconds() + " s",
                "look whether the application works; FORGE_API_TIMEOUT sets how many seconds an answer may take");
    }

    HostException exception() {
        Throwable failure = Objects.requireNonNull(why);
        if (failure instanceof LimitedBody.TooLongException) {
            return new HostException(
                    call.shown() + " answered more than " + (HostClient.MAX_BODY_BYTES >> 20) + " MiB",
                    "look whether --api-url is the application's address");
        }
        if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
            return new HostException(
                    "nothing answers at " + address, "start the application, or give its address with --api-url");
        }
        if (failure instanceof SSLException) {
            return unsafe(failure);
        }
        if (failure instanceof IOException) {
            return new HostException(
                    call.shown() + " has lost its connection to " + address + " (" + words(failure) + ")",
                    "look into the application's log, then run it again");
        }
        throw new IllegalStateException(call.shown(), failure);
    }

    private HostException unsafe(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return new HostException(
                        "the certificate of " + address + " is not trusted (" + words(failure) + ")",
                        "have it trusted: FORGE_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE, a store with the certificate of who signed it");
            }
        }
        String plain = address.base().toString().replaceFirst("^https", "http");
        return new HostException(
                address + " does not speak TLS as it should (" + words(failure) + ")",
                "if it speaks none, give --api-url " + plain);
    }

    private String words(Throwable failure) {
        return address.withoutToken(String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " "));
    }
}
