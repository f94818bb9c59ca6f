package io.theforge.database.crash;

import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Progress;
import java.time.LocalDate;

/** The operations that are broken off: what was there before, and what is done. The answer key comes and goes with the rest. */
public enum Work {
    FULL_NEW_IN_AN_EMPTY_DATABASE(Work::nothing, Work::fill),
    FULL_NEW_OVER_AN_EARLIER_DATASET(Work::fillFirst, Work::fill),
    DELETE(Work::fillFirst, Work::delete),
    APPEND(Work::fillFirst, Work::append);

    private final Step before;
    private final Step operation;

    Work(Step before, Step operation) {
        this.before = before;
        this.operation = operation;
    }

    /** Makes what the operation finds. */
    void prepare(Warehouse warehouse) {
        before.run(warehouse, Shops.SILENT);
    }

    public void run(Warehouse warehouse, Progress progress) {
        operation.run(warehouse, progress);
    }

    private interface Step {
        void run(Warehouse warehouse, Progress progress);
    }

    private static void nothing(Warehouse warehouse, Progress progress) {}

    private static void fillFirst(Warehouse warehouse, Progress progress) {
        warehouse.withTruth().fullNew(Shops.plan(1, 2, 3, 30), Shops.WORK, progress);
    }

    private static void fill(Warehouse warehouse, Progress progress) {
        warehouse.connectAhead();
        warehouse.withTruth().fullNew(Shops.plan(2, 3, 2, 40), Shops.WORK, progress);
    }

    private static void delete(Warehouse warehouse, Progress progress) {
        warehouse.delete(new Deletion(Deletion.Scope.ALL, false, null), progress);
    }

    private static void append(Warehouse warehouse, Progress progress) {
        LocalDate start = LocalDate.of(2024, 1, 31);
        warehouse.append(new AppendRequest(start, start.plusDays(9), null, false), Shops.WORK, progress);
    }
}
