package io.theforge.server.safety;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names under which the server answers, with their ports: a page of another name whose address has been made ours (DNS rebinding)
 * asks under that name.
 */
public record AllowedHosts(Set<String> names) {

    /**
     * @param host the address that is listened on
     * @param more names that a proxy in front of it has, each with its port where that is not the usual one; separated by commas
     */
    static AllowedHosts of(String host, int port, String more) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : new String[] {"localhost", "127.0.0.1", "[::1]"}) {
            names.add(name + ":" + port);
        }
        names.add(inBrackets(host) + ":" + port);
        if (isAny(host)) {
            ownNames().forEach(name -> names.add(inBrackets(name) + ":" + port));
        }
        for (String name : more.split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        Set<String> all = new LinkedHashSet<>(names);
        names.stream()
                .filter(name -> name.endsWith(":80"))
                .forEach(name -> all.add(name.substring(0, name.length() - 3)));
        return new AllowedHosts(all);
    }

    private static String inBrackets(String host) {
        String lower = host.toLowerCase(Locale.ROOT).replaceFirst("%.*", "");
        return lower.contains(":") && !lower.startsWith("[") ? "[" + lower + "]" : lower;
    }

    private static boolean isAny(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Set<String> ownNames() {
        Set<String> names = new LinkedHashSet<>();
        try {
            names.add(InetAddress.getLocalHost().getHostName());
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .forEach(address -> names.add(address.getHostAddress()));
        } catch (UnknownHostException | SocketException e) {
            // the names that are known must do
            return names;
        }
        return names;
    }

    /** Whether a header {@code Host} names the server. */
    boolean allows(String host) {
        return names.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether a header {@code Origin} is a page of the server's own, under the name that the request has. */
    boolean isOrigin(String origin, String host) {
        String lower = origin.toLowerCase(Locale.ROOT);
        String own = host.toLowerCase(Locale.ROOT);
        return allows(own) && (lower.equals("http://" + own) || lower.equals("https://" + own));
    }
}
