package io.theforge.cli.rag.scenario;

/** What a stack has to reach. @param recall of the evidence among the first five @param citations share of them that are right */
public record Thresholds(double recall, double citations) {}
