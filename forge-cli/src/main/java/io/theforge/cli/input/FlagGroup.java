package io.theforge.cli.input;

/** Flags that several commands share: a picocli mixin that a command declares. */
public interface FlagGroup {
    /** What a dataset is made of. */
    String WHAT_TO_MAKE = "What to make";
    /** What steers the work and never the rows. */
    String WHERE_AND_HOW = "Where and how";
    /** What goes to standard output and standard error. */
    String WHAT_IS_SHOWN = "What is shown";

    /** Returns the heading that the flags have in a command's help. */
    default String heading() {
        return WHERE_AND_HOW;
    }
}
