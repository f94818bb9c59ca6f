package io.theforge.spark;

import io.theforge.spark.job.GenerateFlags;
import io.theforge.spark.job.JobException;

/**
 * The job: {@code spark-submit --class io.theforge.spark.Generate forge-spark.jar --out URI --format parquet}. It ends with 0 where all is
 * there, 1 where something failed, 2 where the arguments are wrong and 3 where it refuses.
 */
public final class Generate {
    /** There a job runs in a program that goes on, which it must not end. */
    private static final String SHARED_DRIVER = "DATABRICKS_RUNTIME_VERSION";

    private Generate() {}

    public static void main(String[] arguments) {
        try {
            SparkVersion.check();
        } catch (UnsupportedOperationException e) {
            if (System.getenv(SHARED_DRIVER) != null) {
                throw e;
            }
            System.err.println("forge-spark: " + e.getMessage());
            System.exit(1);
        }
        try {
            GenerateFlags.run(arguments);
        } catch (JobException e) {
            if (System.getenv(SHARED_DRIVER) != null) {
                throw e;
            }
            System.err.println("forge-spark: " + e.getMessage());
            System.exit(e.exitCode());
        }
    }
}
