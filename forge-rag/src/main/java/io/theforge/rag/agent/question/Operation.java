package io.theforge.rag.agent.question;

/** What is made of the figures. */
public enum Operation {
    VALUE,
    SUM,
    MEAN,
    /** How much the first is above the second, or the other way round. */
    DIFFERENCE,
    /** By how many per cent the first went up or down to become the last. */
    CHANGE_PERCENT,
    /** The first as a part of the second, in per cent. */
    SHARE,
    /** The first for each of the second. */
    RATIO,
    /** What is left of the first without the second, as a share of the first. */
    MARGIN_PERCENT,
    HIGHEST,
    LOWEST
}
