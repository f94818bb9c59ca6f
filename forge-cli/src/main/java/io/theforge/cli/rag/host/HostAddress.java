package io.theforge.cli.rag.host;

import io.theforge.cli.input.Environment;
import io.theforge.cli.input.TextValue;
import io.theforge.cli.result.Secrets;
import io.theforge.cli.result.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a stack is, and what lets us in.
 *
 * @param base without a slash at its end
 * @param token null where none is given
 * @param limit how long an answer may take
 */
public record HostAddress(URI base, @Nullable String token, Duration limit) {
    private static final String URL_VARIABLE = "FORGE_API_URL";
    private static final String TOKEN_VARIABLE = "FORGE_API_TOKEN";
    private static final String LIMIT_VARIABLE = "FORGE_API_TIMEOUT";
    private static final int USUAL_SECONDS = 120;
    private static final int MAX_SECONDS = 3600;
    /** A shorter token is a word that answers may well have in them. */
    private static final int LEAST_SECRET = 8;

    private static final String EXAMPLE = "give one such as http://localhost:8123";

    /** Returns the address of a flag, else of the environment; null where neither names one. */
    public static @Nullable HostAddress of(@Nullable String flag, Environment environment) {
        String variable = environment.get(URL_VARIABLE);
        if (flag == null && variable == null) {
            return null;
        }
        return new HostAddress(
                flag == null ? parse(URL_VARIABLE, String.valueOf(variable)) : parse("--api-url", flag),
                token(environment.get(TOKEN_VARIABLE)),
                limit(environment));
    }

    /** Returns how long an answer may take. */
    public static Duration limit(Environment environment) {
        Integer seconds =
                TextValue.read(LIMIT_VARIABLE, environment.get(LIMIT_VARIABLE), value -> value.whole(1, MAX_SECONDS));
        return Duration.ofSeconds(seconds == null ? USUAL_SECONDS : seconds);
    }

    private static URI parse(String place, String given) {
        URI uri;
        try {
            uri = new URI(given.strip());
        } catch (URISyntaxException e) {
            throw wrong(place, given, "is no URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isHttp = List.of("http", "https").contains(scheme);
        if (isHttp
                && uri.getHost() == null
                && String.valueOf(uri.getRawAuthority()).contains("_")) {
            throw new UsageException(
                    place,
                    "\"" + Secrets.maskArgument(given.strip())
                            + "\" has an underscore in its host, with which Java makes no calls",
                    "give another name of the host (with compose: a network alias without _) or its IP address");
        }
        if (!isHttp || uri.getHost() == null) {
            throw wrong(place, given, "is no address of HTTP");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new UsageException(
                    place,
                    "has more in it than scheme, host, port and path",
                    "leave out what stands before @ or behind ? and #, and give a token by " + TOKEN_VARIABLE);
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw wrong(place, given, "has a port that does not exist");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
        return URI.create(scheme + "://" + uri.getRawAuthority() + path);
    }

    private static UsageException wrong(String place, String given, String what) {
        return new UsageException(place, "\"" + Secrets.maskArgument(given.strip()) + "\" " + what, EXAMPLE);
    }

    private static @Nullable String token(@Nullable String given) {
        if (given != null && !given.chars().allMatch(letter -> letter > ' ' && letter < 0x7F)) {
            throw new UsageException(
                    TOKEN_VARIABLE,
                    "has letters in it that no header can have",
                    "give letters, digits and signs of ASCII, without blanks");
        }
        return given;
    }

    /** Returns whether the token would go over a network as anybody can read it. */
    public boolean isTokenInTheOpen() {
        String host = base.getHost();
        boolean isHere = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return token != null && base.getScheme().equals("http") && !isHere;
    }

    /** Returns a text without the token: an application that tells one which it does not take would have us print it. */
    String withoutToken(String text) {
        return token == null || token.length() < LEAST_SECRET ? text : text.replace(token, "***");
    }

    /** Returns it without the token. */
    @Override
    public String toString() {
        return base.toString();
    }
}
