package io.theforge.database.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;

/** Stands before a driver and has the connections that it opens watched. */
public final class FailingDriver {
    private FailingDriver() {}

    public static Driver before(Driver driver, Faults faults) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                Object result = method.invoke(driver, arguments);
                return result instanceof Connection connection ? faults.watched(connection) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Driver)
                Proxy.newProxyInstance(FailingDriver.class.getClassLoader(), new Class<?>[] {Driver.class}, handler);
    }
}
