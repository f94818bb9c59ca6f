package io.theforge.database.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Counts everything that an operation asks of its database and makes the n-th fail, either that one alone or it and all that
 * follow, attempts to roll back and to close included. A commit counts twice: it fails before it reaches the database, and after.
 * {@code COMMIT TRANSACTION} is none: so a piece goes into a new file, which nobody has seen yet.
 */
public final class Faults {
    /** More steps than any operation has. */
    public static final int NONE = Integer.MAX_VALUE;

    private static final Set<String> COUNTED = Set.of(
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "commit",
            "rollback",
            "close",
            "setAutoCommit",
            "writeToCopy",
            "endCopy",
            "cancelCopy");

    private final int failing;
    private final boolean forGood;
    private final List<Connection> opened = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private @Nullable String failed;
    private boolean committed;

    private Faults(int failing, boolean forGood) {
        this.failing = failing;
        this.forGood = forGood;
    }

    /** @param failing the step that fails, from 1 */
    public static Faults at(int failing, boolean forGood) {
        return new Faults(failing, forGood);
    }

    /** A connection whose steps are counted together with those of the others. */
    public Connection watched(Connection connection) {
        opened.add(connection);
        return proxy(connection, Connection.class);
    }

    int steps() {
        return asked.size();
    }

    /** The number of the first step after the first that begins so. */
    public int firstAfter(String beginning) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).startsWith(beginning)) {
                return i + 2;
            }
        }
        throw new IllegalStateException("no step begins with " + beginning);
    }

    /** What failed first; null when the operation came to its end before. */
    @Nullable
    String failed() {
        return failed;
    }

    /** True when the database was told to commit, whatever the operation then heard. */
    boolean committed() {
        return committed;
    }

    /** What the end of the process would do: lets go of connections whose closing failed. */
    public void letGo() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
    }

    private synchronized void step(String what) throws SQLException {
        asked.add(what);
        if (asked.size() == failing || (forGood && asked.size() > failing)) {
            failed = failed == null ? asked.size() + ", " + what : failed;
            throw new SQLException("failed on purpose: " + what);
        }
    }

    private <T> T proxy(T real, Class<T> type) {
        InvocationHandler handler = (proxy, method, arguments) -> call(real, method, arguments);
        return type.cast(Proxy.newProxyInstance(Faults.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (COUNTED.contains(name)) {
            step(name + (arguments != null && arguments[0] instanceof String sql ? " " + sql : ""));
        }
        Object result;
        try {
            result = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (name.equals("commit") || arguments != null && "COMMIT".equals(arguments[0])) {
            committed = true;
            step("after the commit");
        }
        return watchedToo(result);
    }

    private @Nullable Object watchedToo(@Nullable Object result) throws SQLException {
        if (result instanceof PreparedStatement statement) {
            return proxy(statement, PreparedStatement.class);
        }
        if (result instanceof Statement statement) {
            return proxy(statement, Statement.class);
        }
        if (result instanceof BaseConnection connection) {
            return proxy(connection, PGConnection.class);
        }
        if (result instanceof CopyManager) {
            return new CountedCopies((BaseConnection) opened.get(opened.size() - 1));
        }
        return result;
    }

    private final class CountedCopies extends CopyManager {
        CountedCopies(BaseConnection connection) throws SQLException {
            super(connection);
        }

        @Override
        public CopyIn copyIn(String sql) throws SQLException {
            step(sql);
            return proxy(super.copyIn(sql), CopyIn.class);
        }
    }
}
