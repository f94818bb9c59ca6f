package io.theforge.database.postgres;

import io.theforge.config.ConfigException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Where a PostgreSQL database is and how to connect. The credentials are in the properties and are never printed. */
public final class PostgresAddress {
    private static final String WHERE = "--database";

    /** What libpq and the Python drivers call it, and what the JDBC driver does. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("user", "user"),
            Map.entry("password", "password"),
            Map.entry("sslmode", "sslmode"),
            Map.entry("sslrootcert", "sslrootcert"),
            Map.entry("sslcert", "sslcert"),
            Map.entry("sslkey", "sslkey"),
            Map.entry("sslpassword", "sslpassword"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("application_name", "ApplicationName"),
            Map.entry("options", "options"),
            Map.entry("keepalives", "tcpKeepAlive"),
            Map.entry("target_session_attrs", "targetServerType"));

    /** Settings of Python drivers and pools that mean nothing here. */
    private static final Set<String> IGNORED = Set.of(
            "prepared_statement_cache_size",
            "statement_cache_size",
            "prepared_statement_name_func",
            "command_timeout",
            "timeout",
            "client_encoding",
            "async_fallback",
            "pgbouncer",
            "connection_limit");

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "read-write", "primary",
            "primary", "primary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    private final String hosts;
    private final String database;
    private final Properties properties;

    private PostgresAddress(String hosts, String database, Properties properties) {
        this.hosts = hosts;
        this.database = database;
        this.properties = properties;
    }

    /**
     * @param rest what follows the scheme: {@code //user:password@host:port,host2/database?setting=value}
     * @param jdbc true when settings are those of the JDBC driver
     */
    public static PostgresAddress parse(String rest, boolean jdbc) {
        String beforeQuery = rest;
        Map<String, String> settings = new LinkedHashMap<>();
        int question = rest.indexOf('?');
        if (question >= 0) {
            beforeQuery = rest.substring(0, question);
            readSettings(rest.substring(question + 1), settings);
        }
        String path = beforeQuery;
        String authority = "";
        if (beforeQuery.startsWith("//")) {
            int slash = beforeQuery.indexOf('/', 2);
            authority = slash < 0 ? beforeQuery.substring(2) : beforeQuery.substring(2, slash);
            path = slash < 0 ? "" : beforeQuery.substring(slash + 1);
        }
        boolean cutByQuery = question >= 0 && path.isEmpty() && rest.indexOf('@', question) >= 0;
        if (path.contains("@") || (cutByQuery && !authority.contains("@"))) {
            throw wrong(
                    "the user or the password seems to hold a / or ? that is not encoded",
                    "write / as %2F, ? as %3F, @ as %40");
        }
        Properties properties = new Properties();
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            readCredentials(authority.substring(0, at), properties);
        }
        String hosts = authority.substring(at + 1);
        String database = decoded(path);
        if (settings.containsKey("host")) {
            hosts = settings.remove("host");
            String port = settings.remove("port");
            hosts = port == null ? hosts : hosts + ":" + port;
        }
        if (settings.containsKey("dbname")) {
            database = settings.remove("dbname");
        }
        settings.forEach((name, value) -> apply(name, value, jdbc, properties));
        properties.putIfAbsent("ApplicationName", "The Forge");
        return new PostgresAddress(checkedHosts(hosts), database, properties);
    }

    private static void readCredentials(String credentials, Properties properties) {
        int colon = credentials.indexOf(':');
        String user = decoded(colon < 0 ? credentials : credentials.substring(0, colon));
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (colon >= 0) {
            properties.setProperty("password", decoded(credentials.substring(colon + 1)));
        }
    }

    private static void readSettings(String query, Map<String, String> settings) {
        for (String setting : query.split("&")) {
            if (!setting.isEmpty()) {
                int equals = setting.indexOf('=');
                String name = decoded(equals < 0 ? setting : setting.substring(0, equals));
                settings.put(name, equals < 0 ? "" : decoded(setting.substring(equals + 1)));
            }
        }
    }

    private static void apply(String name, String value, boolean jdbc, Properties properties) {
        if (jdbc) {
            properties.setProperty(name, value);
        } else if (name.equals("ssl")) {
            properties.setProperty("sslmode", value.equalsIgnoreCase("true") ? "require" : value);
        } else if (name.equals("target_session_attrs") && SERVER_TYPES.containsKey(value)) {
            properties.setProperty("targetServerType", SERVER_TYPES.getOrDefault(value, "any"));
        } else if (name.equals("keepalives")) {
            properties.setProperty("tcpKeepAlive", value.equals("0") ? "false" : "true");
        } else if (SETTINGS.containsKey(name)) {
            properties.setProperty(SETTINGS.getOrDefault(name, name), value);
        } else if (!IGNORED.contains(name)) {
            throw wrong("setting \"" + name + "\" is not known", "known are " + new TreeSet<>(SETTINGS.keySet()));
        }
    }

    private static String checkedHosts(String hosts) {
        if (hosts.startsWith("/") || hosts.toLowerCase(Locale.ROOT).startsWith("%2f")) {
            throw wrong("sockets in the file system are not supported", "name a host, such as localhost");
        }
        if (hosts.isEmpty()) {
            return "localhost:5432";
        }
        StringBuilder complete = new StringBuilder();
        for (String host : hosts.split(",", -1)) {
            int colon = host.lastIndexOf(':');
            boolean hasPort = colon > host.lastIndexOf(']');
            String port = hasPort ? host.substring(colon + 1) : "5432";
            String name = hasPort ? host.substring(0, colon) : host;
            if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
                throw wrong("the port is not a number from 1 to 65535", "write host:port, such as localhost:5432");
            }
            if (!name.isEmpty() && !name.matches("[\\w.-]+|\\[[0-9A-Fa-f:.%]+]")) {
                throw wrong("the host's name is not one", "write host:port; %-encode : / @ in user and password");
            }
            complete.append(complete.isEmpty() ? "" : ",").append(name.isEmpty() ? "localhost" : name);
            complete.append(':').append(port);
        }
        return complete.toString();
    }

    /** Percent-encoding only: a plus sign is a plus sign, unlike in forms. */
    private static String decoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte next = bytes[i];
            if (next == '%') {
                int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
                int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw wrong("a % is not followed by two hexadecimal digits", "write a % itself as %25");
                }
                next = (byte) (high * 16 + low);
                i += 2;
            }
            bytes[length++] = next;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static ConfigException wrong(String message, String remedy) {
        return new ConfigException("this database URL cannot be used: " + message, remedy, WHERE);
    }

    /** The database's name; the driver takes the user's where there is none. */
    String database() {
        return database.isEmpty()
                ? properties.getProperty("user", System.getProperty("user.name", "postgres"))
                : database;
    }

    /** For the JDBC driver; without credentials. */
    String jdbcUrl() {
        String encoded = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
        return "jdbc:postgresql://" + hosts + "/" + encoded;
    }

    /** For the JDBC driver; with credentials. */
    Properties properties() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    /** The password, to be kept out of messages; empty when there is none. */
    String password() {
        return properties.getProperty("password", "");
    }

    public String display() {
        return "postgresql://" + hosts + "/" + database;
    }

    @Override
    public String toString() {
        return display();
    }
}
