package io.theforge.junit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The datasets that were asked for within a test, a class or the whole run; they end with it. */
final class Scope implements AutoCloseable {
    private final Run run;
    private final Map<DatasetRequest, UsedDataset> datasets = new LinkedHashMap<>();
    private final List<Connection> connections = new ArrayList<>();

    private Scope(Run run) {
        this.run = run;
    }

    static Scope of(ExtensionContext context) {
        Run run = Run.of(context);
        ExtensionContext.Store store = context.getStore(Run.NAMESPACE);
        synchronized (run) {
            Scope scope = find(context);
            if (scope == null) {
                scope = new Scope(run);
                store.put(key(context), scope);
            }
            return scope;
        }
    }

    /** Returns null where nothing has been asked for within it. */
    static @Nullable Scope find(ExtensionContext context) {
        return context.getStore(Run.NAMESPACE).get(key(context), Scope.class);
    }

    /** A store also finds what is in those of its ancestors, by the same key. */
    private static String key(ExtensionContext context) {
        return "scope of " + context.getUniqueId();
    }

    /** Within one scope the same request is the same database. */
    synchronized UsedDataset use(DatasetRequest request) {
        return datasets.computeIfAbsent(request, asked -> new UsedDataset(asked, run.databases()));
    }

    synchronized Collection<UsedDataset> used() {
        return List.copyOf(datasets.values());
    }

    boolean takesWrites() {
        return used().stream().anyMatch(dataset -> dataset.request().writable());
    }

    /** Closes a connection when this ends, which may be earlier than its database does. */
    synchronized Connection keep(Connection connection) {
        connections.add(connection);
        return connection;
    }

    @Override
    public synchronized void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
        datasets.values().forEach(UsedDataset::close);
    }
}
