package io.theforge.rag.agent.table;

import org.jspecify.annotations.Nullable;

/** A sum over sales or inventory. @param grouping null for one figure over all of it */
public record FigureQuery(
        Metric metric, Scope scope, Period period, @Nullable Grouping grouping) {}
