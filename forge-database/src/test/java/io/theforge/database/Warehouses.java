package io.theforge.database;

import io.theforge.database.guard.ProductionGuard;
import io.theforge.database.session.Target;

/** Warehouses for tests that reach the database in a way of their own. */
public final class Warehouses {
    private Warehouses() {}

    public static Warehouse on(Target target) {
        return new SqlWarehouse(target, ProductionGuard.ofThisProcess());
    }
}
