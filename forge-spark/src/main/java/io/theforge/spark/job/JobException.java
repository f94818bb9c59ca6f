package io.theforge.spark.job;

import org.jspecify.annotations.Nullable;

/** A job that does not reach its end: the place, the reason and the remedy in one line. */
public final class JobException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;
    private static final int WRONG = 2;
    private static final int REFUSED = 3;

    private final int exitCode;

    private JobException(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Something broke while the job was at work. */
    static JobException failed(String message, Throwable cause) {
        return new JobException(FAILED, message, cause);
    }

    /** What was asked for cannot be. */
    static JobException wrong(String message) {
        return new JobException(WRONG, message, null);
    }

    /** It could be done, and would destroy something. */
    static JobException refused(String message) {
        return new JobException(REFUSED, message, null);
    }

    /** Returns 1, 2 or 3, as the program's other commands end. */
    public int exitCode() {
        return exitCode;
    }
}
