package io.theforge.server;

import io.theforge.cli.result.UsageException;
import io.theforge.server.safety.Token;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the server is to be found. */
final class Address {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

    private Address() {}

    /** Returns whether only this machine can reach it. @throws UsageException when it is no address */
    static boolean isLoopback(String host) {
        return resolved(host).isLoopbackAddress();
    }

    /** Returns "http://127.0.0.1:8123/". */
    static String url(String host, int port) {
        String name = resolved(host).isAnyLocalAddress() ? ownName() : host;
        return "http://" + (name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name) + ":" + port + "/";
    }

    private static InetAddress resolved(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new UsageException(
                    "--host", "\"" + host + "\" is no address", "give one of this machine, such as 127.0.0.1");
        }
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Returns the token that somebody has chosen, null when nobody has. */
    static @Nullable Token chosenToken(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.length() < Token.MIN_LENGTH || !PLAIN.matcher(text).matches()) {
            throw new UsageException(
                    "FORGE_TOKEN",
                    "is no token that can be used",
                    "give at least " + Token.MIN_LENGTH
                            + " letters and digits that nobody guesses, as openssl rand -hex 24 makes them");
        }
        return Token.of(text);
    }
}
