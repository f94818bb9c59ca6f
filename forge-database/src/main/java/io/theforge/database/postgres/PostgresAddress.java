package io.theforge.database.postgres;

import io.theforge.config.model.ConfigException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** Where a PostgreSQL database is and how to connect. The credentials are in the properties and are never printed. */
public final class PostgresAddress {
    private static final String WHERE = "--database";

    /** Environment variables that {@link #parse} asks for. */
    public static final Set<String> VARIABLES = ConnectionSettings.VARIABLES.keySet();

    private final String hosts;
    private final String database;
    private final ConnectionSettings settings;

    private PostgresAddress(String hosts, String database, ConnectionSettings settings) {
        this.hosts = hosts;
        this.database = database;
        this.settings = settings;
    }

    /**
     * @param rest what follows the scheme: {@code //user:password@host:port,host2/database?setting=value}
     * @param jdbc true when settings are those of the JDBC driver
     * @param environment a variable's value by its name, null when it is not set; those of libpq fill in what the URL leaves
     *     open, but never which server or database it is
     */
    public static PostgresAddress parse(String rest, boolean jdbc, UnaryOperator<@Nullable String> environment) {
        String beforeQuery = rest;
        Map<String, String> given = new LinkedHashMap<>();
        int question = rest.indexOf('?');
        if (question >= 0) {
            beforeQuery = rest.substring(0, question);
            readSettings(rest.substring(question + 1), given);
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
        ConnectionSettings settings = new ConnectionSettings();
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            readCredentials(authority.substring(0, at), settings);
        }
        String hosts = authority.substring(at + 1);
        String database = decoded(path);
        if (given.containsKey("host")) {
            hosts = given.remove("host");
            String port = given.remove("port");
            hosts = port == null ? hosts : hosts + ":" + port;
        }
        if (given.containsKey("dbname")) {
            database = given.remove("dbname");
        }
        given.forEach((name, value) -> settings.put(name, value, jdbc));
        ConnectionSettings.VARIABLES.forEach((variable, name) -> {
            String value = environment.apply(variable);
            if (value != null && !value.isEmpty()) {
                settings.putIfAbsent(variable, name, value);
            }
        });
        return new PostgresAddress(checkedHosts(hosts), database, settings);
    }

    private static void readCredentials(String credentials, ConnectionSettings settings) {
        int colon = credentials.indexOf(':');
        String user = decoded(colon < 0 ? credentials : credentials.substring(0, colon));
        if (!user.isEmpty()) {
            settings.put("user", user, false);
        }
        if (colon >= 0) {
            settings.put("password", decoded(credentials.substring(colon + 1)), false);
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
            if (next == 0) {
                throw wrong("there is a %00 in it", "leave it out: no name holds that character");
            }
            bytes[length++] = next;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    static ConfigException wrong(String message, String remedy) {
        return new ConfigException("this database URL cannot be used: " + message, remedy, WHERE);
    }

    /** The database's name; the driver takes the user's where there is none. */
    String database() {
        return database.isEmpty() ? user() : database;
    }

    /** The same server, user and settings, and another of its databases. */
    public PostgresAddress inDatabase(String name) {
        return new PostgresAddress(hosts, name, settings);
    }

    /** Connects as it is, without looking whether a Forge could work there. */
    public Connection connect() throws SQLException {
        Connection connection = new Driver().connect(jdbcUrl(), properties());
        if (connection == null) {
            throw new IllegalStateException("the driver does not take " + display());
        }
        return connection;
    }

    /** The role that connects; the driver takes the name of the system's user where there is none. */
    public String user() {
        String user = settings.get("user");
        return user.isEmpty() ? System.getProperty("user.name", "postgres") : user;
    }

    /** For the JDBC driver; without credentials. */
    String jdbcUrl() {
        return "jdbc:postgresql://" + hosts + "/" + encoded(database);
    }

    /** For the JDBC driver; with credentials. */
    Properties properties() {
        return settings.properties();
    }

    /** The password, to be kept out of messages; empty when there is none. */
    String password() {
        return settings.get("password");
    }

    /** Settings that go with the first message to the server, by the names of URLs; a pooler may refuse them. */
    List<String> startupSettings() {
        return settings.startup();
    }

    /** What the URL makes of {@code search_path}; empty where it leaves that to the server. */
    String searchPath() {
        return settings.searchPath();
    }

    /**
     * Whether a pooler may give each transaction another session of the server ({@code ?pgbouncer=true}): then no statement may be
     * prepared there and nothing be set on the session. A result that is fetched in parts prepares one.
     */
    public boolean pooled() {
        return settings.pooled();
    }

    /** For {@code psql} and other clients of libpq: to the same server, database, user and schema; never the password. */
    public String clientUrl() {
        String user = settings.get("user");
        String query = settings.forLibpq().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + encoded(setting.getValue()))
                .collect(Collectors.joining("&"));
        return "postgresql://" + (user.isEmpty() ? "" : encoded(user) + "@") + hosts + "/" + encoded(database())
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For people: server, database, schema. */
    public String display() {
        String schema = settings.schema();
        return "postgresql://" + hosts + "/" + database + (schema.isEmpty() ? "" : "?" + schema);
    }

    /** Whether it leads to the same database, as the same user with the same settings. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PostgresAddress that
                && hosts.equals(that.hosts)
                && database.equals(that.database)
                && properties().equals(that.properties())
                && pooled() == that.pooled();
    }

    @Override
    public int hashCode() {
        return Objects.hash(hosts, database, properties(), pooled());
    }

    @Override
    public String toString() {
        return display();
    }
}
