package io.theforge.database.postgres;

import io.theforge.config.model.ConfigException;
import io.theforge.text.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGProperty;

/** Settings of a connection: what libpq, Python's and Node's drivers call them, and what the JDBC driver does. */
final class ConnectionSettings {
    /** The schema that a pooler's or an ORM's URL names, exactly as it is called. */
    private static final String SCHEMA = "schema";

    private static final String CURRENT_SCHEMA = "currentSchema";
    private static final String POOLER = "pgbouncer";

    private static final Map<String, String> DRIVERS = names(
            "user user",
            "password password",
            "sslmode sslmode",
            "sslrootcert sslrootcert",
            "sslcert sslcert",
            "sslkey sslkey",
            "sslpassword sslpassword",
            "channel_binding channelBinding",
            "gssencmode gssEncMode",
            "connect_timeout connectTimeout",
            "application_name ApplicationName",
            "options options",
            "keepalives tcpKeepAlive",
            "target_session_attrs targetServerType");

    /** Variables of libpq that fill in what the URL leaves open. Where the database is, the URL alone says. */
    static final Map<String, String> VARIABLES = names(
            "PGUSER user",
            "PGPASSWORD password",
            "PGSSLMODE sslmode",
            "PGSSLROOTCERT sslrootcert",
            "PGSSLCERT sslcert",
            "PGSSLKEY sslkey",
            "PGCHANNELBINDING channel_binding",
            "PGGSSENCMODE gssencmode",
            "PGCONNECT_TIMEOUT connect_timeout",
            "PGOPTIONS options",
            "PGTARGETSESSIONATTRS target_session_attrs");

    /** Settings of Python drivers and pools that mean nothing here. */
    private static final Set<String> IGNORED = Set.of(
            "prepared_statement_cache_size",
            "statement_cache_size",
            "prepared_statement_name_func",
            "command_timeout",
            "timeout",
            "client_encoding",
            "async_fallback",
            "connection_limit",
            "pool_timeout",
            "socket_timeout");

    private static final Map<String, String> SERVER_TYPES = names(
            "any any", "read-write primary", "primary primary", "standby secondary", "prefer-standby preferSecondary");

    /** What the driver would only refuse when it connects, and then as a failure of the server. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "sslmode", List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
            "gssEncMode", List.of("disable", "allow", "prefer", "require"),
            "channelBinding", List.of("disable", "prefer", "require"),
            "targetServerType",
                    List.of(
                            "any",
                            "primary",
                            "secondary",
                            "preferSecondary",
                            "preferPrimary",
                            "master",
                            "slave",
                            "preferSlave"));

    /** Within {@code options}, where a backslash takes the meaning from the next character. */
    private static final Pattern SEARCH_PATH_OPTION =
            Pattern.compile("(?:-c\\s*|--)search_path=((?:\\\\.|[^\\s\\\\])*)");

    private final Properties properties = new Properties();
    private String schema = "";
    private boolean pooled;

    private static Map<String, String> names(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String pair : pairs) {
            int blank = pair.indexOf(' ');
            names.put(pair.substring(0, blank), pair.substring(blank + 1));
        }
        return names;
    }

    /** @param jdbc whether the name is one of the JDBC driver's */
    void put(String name, String value, boolean jdbc) {
        switch (name) {
            case SCHEMA -> searchPath(name, value, SearchPath.quoted(value));
            case CURRENT_SCHEMA -> searchPath(name, value, SearchPath.completed(value));
            case POOLER -> pooled = isYes(name, value);
            default -> {
                if (jdbc) {
                    putOfDriver(name, value);
                } else {
                    putOfLibpq(name, value);
                }
            }
        }
    }

    /** What a variable says, unless the URL has said it already. */
    void putIfAbsent(String variable, String name, String value) {
        boolean said = properties.containsKey(DRIVERS.getOrDefault(name, name))
                || name.equals("sslmode") && properties.containsKey("ssl");
        if (said) {
            return;
        }
        try {
            putOfLibpq(name, value);
        } catch (ConfigException e) {
            throw new ConfigException(String.valueOf(e.getMessage()).replace(name, variable), e.remedy(), e.location());
        }
    }

    private void searchPath(String name, String value, String path) {
        if (value.isBlank()) {
            throw PostgresAddress.wrong("setting \"" + name + "\" names no schema", "name one, or leave it out");
        }
        properties.setProperty(CURRENT_SCHEMA, path);
        schema = name + "=" + value;
    }

    private void putOfLibpq(String name, String value) {
        if (name.equals("ssl")) {
            // drivers of Python and Node: true, or a mode
            boolean mode = VALUES.getOrDefault("sslmode", List.of()).contains(value);
            checked(
                    "sslmode",
                    name,
                    mode ? value : isYes(name, value.replace("no-verify", "true")) ? "require" : "disable");
        } else if (name.equals("target_session_attrs")) {
            checked("targetServerType", name, SERVER_TYPES.getOrDefault(value, value));
        } else if (name.equals("keepalives")) {
            properties.setProperty("tcpKeepAlive", String.valueOf(isYes(name, value)));
        } else if (DRIVERS.containsKey(name)) {
            checked(DRIVERS.getOrDefault(name, name), name, value);
        } else if (!IGNORED.contains(name)) {
            Set<String> known = new TreeSet<>(DRIVERS.keySet());
            known.addAll(List.of(SCHEMA, CURRENT_SCHEMA, POOLER));
            throw unknown(name, known);
        }
    }

    private void putOfDriver(String name, String value) {
        if (PGProperty.forName(name) == null) {
            Set<String> known = new TreeSet<>(List.of(SCHEMA, POOLER));
            for (PGProperty each : PGProperty.values()) {
                known.add(each.getName());
            }
            throw unknown(name, known);
        }
        checked(name, name, value);
    }

    private static ConfigException unknown(String name, Set<String> known) {
        String meant = NearestWord.of(name, known)
                .map(nearest -> "did you mean " + nearest + "? ")
                .orElse("");
        return PostgresAddress.wrong("setting \"" + name + "\" is not known", meant + "known are " + known);
    }

    /** @param given as it was called */
    private void checked(String property, String given, String value) {
        List<String> values = VALUES.get(property);
        if (values != null && !values.contains(value)) {
            throw PostgresAddress.wrong(
                    "\"" + value + "\" is no value of " + given,
                    given.equals("target_session_attrs")
                            ? "known are " + String.join(", ", SERVER_TYPES.keySet())
                            : "known are " + String.join(", ", values));
        }
        if (property.equals("connectTimeout") && !value.matches("\\d{1,6}")) {
            throw PostgresAddress.wrong("\"" + value + "\" is no value of " + given, "give whole seconds, such as 10");
        }
        properties.setProperty(property, value);
    }

    private static boolean isYes(String name, String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (Set.of("true", "1", "yes", "on", "").contains(word)) {
            return true;
        }
        if (Set.of("false", "0", "no", "off").contains(word)) {
            return false;
        }
        throw PostgresAddress.wrong("\"" + value + "\" is no value of " + name, "give true or false");
    }

    /** For the driver, with credentials. */
    Properties properties() {
        Properties copy = new Properties();
        copy.putAll(properties);
        copy.putIfAbsent("ApplicationName", "The Forge");
        // what is prepared stays in the server's session, which behind a pooler is another one for each transaction
        copy.putIfAbsent("prepareThreshold", "0");
        if (pooled) {
            copy.put("prepareThreshold", "0");
            // spares the driver's SET after connecting, which would stay behind as well
            copy.putIfAbsent("assumeMinServerVersion", "15");
        }
        return copy;
    }

    String get(String property) {
        return properties.getProperty(property, "");
    }

    /** Whether a pooler hands out other sessions between transactions. */
    boolean pooled() {
        return pooled;
    }

    /** "schema=shop", as it was given; empty where none was. */
    String schema() {
        return schema;
    }

    /** What takes a client of libpq to the same place: names and values, without user and secrets. */
    Map<String, String> forLibpq() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, String> name : DRIVERS.entrySet()) {
            String value = get(name.getValue());
            if (!value.isEmpty() && !Set.of("user", "password", "sslpassword").contains(name.getKey())) {
                settings.put(name.getKey(), value);
            }
        }
        if (properties.containsKey("ssl") && !settings.containsKey("sslmode") && isYes("ssl", get("ssl"))) {
            settings.put("sslmode", "verify-full");
        }
        settings.computeIfPresent(
                "target_session_attrs",
                (name, type) -> SERVER_TYPES.entrySet().stream()
                        .filter(known -> known.getValue().equals(type))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("any"));
        settings.computeIfPresent("keepalives", (name, value) -> value.equals("true") ? "1" : "0");
        if (!get(CURRENT_SCHEMA).isEmpty()) {
            String path = "-csearch_path=" + SearchPath.asOption(get(CURRENT_SCHEMA));
            settings.merge("options", path, (before, last) -> before + " " + last);
        }
        return settings;
    }

    /** The search path as it is sent; empty where none is. */
    String searchPath() {
        String path = get(CURRENT_SCHEMA);
        if (path.isEmpty()) {
            Matcher option = SEARCH_PATH_OPTION.matcher(get("options"));
            while (option.find()) {
                path = option.group(1).replaceAll("\\\\(.)", "$1");
            }
        }
        return path;
    }

    /** Names of settings that a pooler may refuse when the connection begins. */
    List<String> startup() {
        List<String> sent = new ArrayList<>();
        if (!get("options").isEmpty()) {
            sent.add("options");
        }
        if (!get(CURRENT_SCHEMA).isEmpty()) {
            sent.add(schema.substring(0, schema.indexOf('=')));
        }
        return sent;
    }
}
