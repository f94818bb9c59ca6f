package io.theforge.server.safety;

import io.theforge.server.http.Access;
import io.theforge.server.http.Guard;
import io.theforge.server.http.Problem;
import io.theforge.server.http.ProblemException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who has the token, and nobody who speaks through another's browser. A script sends {@code Authorization: Bearer}; a browser
 * has a cookie, and its own word that the request comes from a page of ours.
 */
public final class Gatekeeper implements Guard {
    /** The parameter of the address that is printed. */
    public static final String PARAMETER = "token";

    private static final String BEARER = "Bearer ";
    private final Token token;
    private final AllowedHosts hosts;
    private final boolean readsNeedToken;
    private final String cookieName;

    /** @param readsNeedToken whether others than those on this machine can ask */
    private Gatekeeper(Token token, AllowedHosts hosts, boolean readsNeedToken, int port) {
        this.token = token;
        this.hosts = hosts;
        this.readsNeedToken = readsNeedToken;
        cookieName = "forge_" + port;
    }

    /**
     * Watches over one address.
     *
     * @param loopback whether it is this machine's own
     * @param moreHosts names that a proxy has, separated by commas; empty for none
     */
    public static Gatekeeper of(Token token, String host, int port, boolean loopback, String moreHosts) {
        return new Gatekeeper(token, AllowedHosts.of(host, port, moreHosts), !loopback || !moreHosts.isBlank(), port);
    }

    @Override
    public void checkOrigin(HttpServletRequest request, Access access) {
        List<String> named = Collections.list(request.getHeaders("Host"));
        if (named.size() != 1 || !hosts.allows(named.get(0))) {
            throw foreign(
                    "host",
                    "this server does not answer under the name in Host",
                    "use the address that it has printed, or name the host in FORGE_ALLOWED_HOSTS");
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !hosts.isOrigin(origin, named.get(0))) {
            throw foreign("origin", "the request comes from a page of another origin", "use the page of this server");
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !fits(site, request, access)) {
            throw foreign("origin", "the request comes from a page of another site", "use the page of this server");
        }
    }

    /** Somebody may come to the page by a link, or type an address in. */
    private static boolean fits(String site, HttpServletRequest request, Access access) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return switch (site) {
            case "same-origin" -> true;
            case "none" -> reads;
            default -> reads && access == Access.PAGE && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
        };
    }

    private static ProblemException foreign(String what, String detail, String remedy) {
        return Problem.of(403, "foreign_" + what, detail, remedy).asException();
    }

    @Override
    public void checkToken(HttpServletRequest request, Access access) {
        if (access == Access.OPEN) {
            return;
        }
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            if (!isBearer(authorization)) {
                throw unauthorized("the token in Authorization is not that of this start of the server");
            }
            return;
        }
        String given = access == Access.PAGE ? request.getParameter(PARAMETER) : null;
        if (given != null) {
            if (!token.is(given)) {
                throw unauthorized("the token in the address is not that of this start of the server");
            }
            return;
        }
        boolean known = hasCookie(request);
        if (access == Access.WRITES) {
            refuseWriter(request, known);
        } else if (readsNeedToken && !known) {
            throw unauthorized("the token is missing");
        }
    }

    private void refuseWriter(HttpServletRequest request, boolean known) {
        if (!known) {
            throw unauthorized("what writes needs the token");
        }
        // both fit where they are there; without any, nobody vouches for the page that a cookie comes from
        if (request.getHeader("Origin") == null && request.getHeader("Sec-Fetch-Site") == null) {
            throw foreign(
                    "origin",
                    "a cookie alone does not say which page the request comes from",
                    "send Authorization: Bearer and the token instead");
        }
    }

    private boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && token.is(authorization.substring(BEARER.length()).strip());
    }

    private boolean hasCookie(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(cookieName) && token.isCookie(cookie.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the cookie for somebody who has come with the token. */
    public String cookie() {
        return cookieName + "=" + token.cookie() + "; Path=/; HttpOnly; SameSite=Strict";
    }

    /** Whether a request may write, for the page to say so. */
    public boolean mayWrite(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization == null ? hasCookie(request) : isBearer(authorization);
    }

    private static ProblemException unauthorized(String detail) {
        return Problem.of(
                        401,
                        "token",
                        detail,
                        "open the address that the server has printed, or put /?token= and the token of FORGE_TOKEN behind it;"
                                + " a program sends Authorization: Bearer and the token")
                .asException();
    }
}
