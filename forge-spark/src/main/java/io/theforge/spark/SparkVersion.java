package io.theforge.spark;

/** Which Spark this is, and whether it will do. */
final class SparkVersion {
    private static final int OLDEST = 4;

    private SparkVersion() {}

    /** @throws UnsupportedOperationException where Spark is older than 4.0 */
    static void check() {
        check(org.apache.spark.package$.MODULE$.SPARK_VERSION());
    }

    static void check(String version) {
        if (Integer.parseInt(version.substring(0, version.indexOf('.'))) < OLDEST) {
            throw new UnsupportedOperationException(
                    "The Forge needs Spark 4.0 or newer, and this is Spark " + version + ": use a newer one");
        }
    }
}
