package io.theforge.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a dataset: parameters of type {@code javax.sql.DataSource} and {@code java.sql.Connection} get a database that is filled
 * with it, those of type {@link io.theforge.dataset.Dataset} its rows and the truth behind them.
 *
 * <pre>{@code
 * @ForgeDataset(scenario = "holiday_rush", seed = 42, stores = 3, products = 5)
 * class ReorderTest {
 *     @Test
 *     void ordersBeforeTheShelfIsEmpty(DataSource shop, Dataset dataset) { ... }
 * }
 * }</pre>
 *
 * <p>On a class it holds for all of its tests, on a method for this one, on a parameter or a field for that alone; the nearest one holds,
 * as a whole. It may stand on an annotation of your own. What is not said is as in {@code ./forge --full-new}.
 *
 * <p>A database is read-only, and all tests of a run that ask for the same one share it, until all have run. With {@link #writable}
 * each test gets one of its own. A static field's database lives as long as the tests of the class that declares it, or, where that is a
 * superclass, until all tests have run.
 */
@Target({
    ElementType.TYPE,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR
})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(ForgeDatasetExtension.class)
public @interface ForgeDataset {
    /** Stands for a number that is not given. */
    long NOT_GIVEN = Long.MIN_VALUE;

    /** The preset, such as {@code "holiday_rush"}; empty for that of {@link #config}, or none. */
    String scenario() default "";

    /** Any 64-bit integer but {@link #NOT_GIVEN}. */
    long seed() default NOT_GIVEN;

    /** How many stores. */
    long stores() default NOT_GIVEN;

    /** How many products. */
    long products() default NOT_GIVEN;

    /** The first day, such as {@code "2024-01-01"}. */
    String startDate() default "";

    /** The last day. */
    String endDate() default "";

    /** The share of store-product pairs without sales, 0 up to below 1. */
    double sparsity() default Double.NaN;

    /**
     * A configuration: its YAML text, or the name of a resource on the class path, sought beside the test class and then from the
     * root. What is given beside it is stronger.
     */
    String config() default "";

    /** Whether {@code theforge.truth_daily} is filled too. */
    boolean truth() default false;

    /** Whether the database takes writes; it then belongs to one test. */
    boolean writable() default false;

    /**
     * The URL of a database on a PostgreSQL server on which databases can be made, such as {@code "postgresql://ann@localhost/postgres"};
     * {@code "duckdb:"} for an embedded one. Empty: what {@code forge.junit.database} says, else embedded.
     */
    String database() default "";
}
