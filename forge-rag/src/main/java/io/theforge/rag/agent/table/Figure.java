package io.theforge.rag.agent.table;

import java.math.BigDecimal;

/** A figure from the tables. @param key of its group, empty without one @param name of its group, for people */
public record Figure(String key, String name, BigDecimal value) {}
