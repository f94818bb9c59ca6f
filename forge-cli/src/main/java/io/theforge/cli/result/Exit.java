package io.theforge.cli.result;

/** Exit codes; 130 and 143, interrupted, come from the JVM. */
public final class Exit {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int REFUSED = 3;
    public static final int VERIFICATION_FAILED = 4;

    private Exit() {}
}
