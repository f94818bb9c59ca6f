package io.theforge.junit;

/** A library that we use logs through SLF4J, which otherwise complains in every suite that has no logging of its own. */
final class QuietLogging {
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private QuietLogging() {}

    /** Lets SLF4J look for a provider, which it does once, without a word where there is none. */
    static void start() {
        if (System.getProperty(VERBOSITY) != null) {
            return;
        }
        System.setProperty(VERBOSITY, "ERROR");
        try {
            Class.forName("org.slf4j.LoggerFactory")
                    .getMethod("getILoggerFactory")
                    .invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            // it logs, or not, as it will
            return;
        } finally {
            System.clearProperty(VERBOSITY);
        }
    }
}
