package io.theforge.junit;

import io.theforge.Forge;
import io.theforge.dataset.Dataset;
import io.theforge.junit.database.TestDatabase;
import io.theforge.junit.database.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A dataset that somebody has asked for, in the shapes in which it is asked for. Its database is made when one is wanted. */
final class UsedDataset {
    private final DatasetRequest request;
    private final TestDatabases databases;
    private @Nullable TestDatabase database;
    private @Nullable DataSource dataSource;
    private @Nullable Dataset dataset;

    UsedDataset(DatasetRequest request, TestDatabases databases) {
        this.request = request;
        this.databases = databases;
    }

    static boolean serves(Class<?> type) {
        return type == DataSource.class || type == Connection.class || type == Dataset.class;
    }

    DatasetRequest request() {
        return request;
    }

    /** Whether anybody has got it. */
    synchronized boolean isMade() {
        return dataset != null || database != null;
    }

    /**
     * Returns the dataset as one of the types that are served.
     *
     * @param user ends the connection that it is given
     */
    synchronized Object as(Class<?> type, Scope user) throws SQLException {
        if (type == Dataset.class) {
            dataset = dataset == null ? Forge.dataset(request.config()) : dataset;
            return dataset;
        }
        if (database == null || dataSource == null) {
            database = databases.open(request.contents(), request.server(), request.writable());
            dataSource = new TestDataSource(database);
        }
        return type == DataSource.class ? dataSource : user.keep(database.connect());
    }

    synchronized void close() {
        if (database != null) {
            database.close();
        }
    }
}
