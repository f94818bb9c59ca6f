package io.theforge.cli;

/** Exit codes; 130 and 143, interrupted, come from the JVM. */
final class Exit {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int UNSOUND = 4;

    private Exit() {}
}
