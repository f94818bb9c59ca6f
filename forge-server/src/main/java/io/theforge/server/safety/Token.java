package io.theforge.server.safety;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that lets somebody write. A browser gets a cookie that is made from it, and not the token itself: cookies go to every
 * server of a host, whatever its port.
 */
public final class Token {
    /** What a person gives has to be as hard to guess. */
    public static final int MIN_LENGTH = 16;

    private static final int RANDOM_BYTES = 24;
    private final byte[] token;
    private final byte[] cookie;

    private Token(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        cookie = derived(this.token).getBytes(StandardCharsets.US_ASCII);
    }

    public static Token of(String text) {
        return new Token(text);
    }

    /** Another one each time. */
    public static Token random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static String derived(byte[] token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal("cookie of the page".getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Returns the token itself, for the address that is printed. */
    public String text() {
        return new String(token, StandardCharsets.UTF_8);
    }

    /** Whether it is the token; how long that takes tells nothing about it. */
    public boolean is(String given) {
        return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what the cookie holds. */
    public String cookie() {
        return new String(cookie, StandardCharsets.US_ASCII);
    }

    /** Whether it is what the cookie holds. */
    public boolean isCookie(String given) {
        return MessageDigest.isEqual(cookie, given.getBytes(StandardCharsets.UTF_8));
    }

    /** A secret is no text to be printed by chance. */
    @Override
    public String toString() {
        return "token";
    }
}
