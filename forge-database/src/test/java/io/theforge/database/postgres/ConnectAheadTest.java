package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.Warehouses;
import io.theforge.database.report.DatabaseException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The connection that is opened before anything is asked of the database. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ConnectAheadTest {
    private TestServer.Database database;

    @BeforeEach
    void create() throws SQLException {
        database = TestServer.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private static Warehouse at(String url) {
        return Warehouse.of(DatabaseUrl.parse(url, Path.of("")));
    }

    private static void fill(Warehouse warehouse) {
        warehouse.fullNew(Shops.plan(1, 1, 1, 2), Shops.WORK, Shops.SILENT);
    }

    /** Counts what it opens, and waits before that. */
    private PostgresTarget target(AtomicInteger opened, CountDownLatch gate) {
        Driver genuine = new org.postgresql.Driver();
        Driver counting = (Driver) Proxy.newProxyInstance(
                Driver.class.getClassLoader(), new Class<?>[] {Driver.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("connect")) {
                        gate.await();
                        opened.incrementAndGet();
                    }
                    try {
                        return method.invoke(genuine, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new PostgresTarget(database.address(), counting);
    }

    private void noConnectionIsLeft() throws SQLException {
        new PostgresPlace(database).awaitQuiet();
    }

    @Test
    void theFirstOperationTakesItAndTheNextOpensItsOwn() throws SQLException {
        AtomicInteger opened = new AtomicInteger();
        try (Warehouse warehouse = Warehouses.on(target(opened, new CountDownLatch(0)))) {
            warehouse.connectAhead();
            fill(warehouse);
            assertThat(opened).hasValue(1);
            fill(warehouse);
            assertThat(opened).hasValue(2);
        }
        noConnectionIsLeft();
    }

    @Test
    void oneThatNobodyComesForIsClosedThoughItIsOpenedOnlyThen() throws SQLException {
        AtomicInteger opened = new AtomicInteger();
        CountDownLatch gate = new CountDownLatch(1);
        try (Warehouse warehouse = Warehouses.on(target(opened, gate))) {
            warehouse.connectAhead();
            warehouse.connectAhead();
        }
        gate.countDown();
        while (opened.get() < 2) {
            Thread.onSpinWait();
        }
        noConnectionIsLeft();
    }

    @Test
    void anInterruptionWhileItIsWaitedForLeavesNone() throws SQLException {
        AtomicInteger opened = new AtomicInteger();
        CountDownLatch gate = new CountDownLatch(1);
        try (Warehouse warehouse = Warehouses.on(target(opened, gate))) {
            warehouse.connectAhead();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> fill(warehouse)).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).as("is kept").isTrue();
        }
        gate.countDown();
        while (opened.get() < 1) {
            Thread.onSpinWait();
        }
        noConnectionIsLeft();
        assertThat(Warehouses.on(target(opened, gate)).status().exists()).isFalse();
    }

    @Test
    void whyThereIsNoneIsToldAsEver() throws Exception {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
        sameFailure("postgresql://ann:s3cret@localhost:" + freePort + "/shop");
        sameFailure(database.url().replaceFirst("/forge_test[^?]*", "/not_there"));
        sameFailure(database.url().replaceFirst("://[^@]*@", "://nobody_here:s3cret@"));
        String separator = database.url().contains("?") ? "&" : "?";
        sameFailure(database.url() + separator + "currentSchema=not_there");
        sameFailure(database.url() + separator + "options=-c%20role=pg_monitor");
        noConnectionIsLeft();
    }

    private static void sameFailure(String url) {
        DatabaseException without;
        DatabaseException with;
        try (Warehouse warehouse = at(url)) {
            without = catchThrowableOfType(DatabaseException.class, () -> fill(warehouse));
        }
        try (Warehouse warehouse = at(url)) {
            warehouse.connectAhead();
            with = catchThrowableOfType(DatabaseException.class, () -> fill(warehouse));
        }
        assertThat(with).hasMessage(without.getMessage());
        assertThat(with.remedy()).isEqualTo(without.remedy());
    }
}
