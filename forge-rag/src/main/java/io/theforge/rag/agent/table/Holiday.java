package io.theforge.rag.agent.table;

import java.time.LocalDate;

/** A day of the table calendar that is a holiday. */
public record Holiday(String name, LocalDate day) {}
