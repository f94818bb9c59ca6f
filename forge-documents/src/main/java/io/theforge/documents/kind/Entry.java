package io.theforge.documents.kind;

import java.time.LocalDate;

/**
 * A document that is to be written.
 *
 * @param number of its kind, from 0
 * @param path inside the folder
 * @param id as its front matter has it, "SR-2024-03-S00003"
 */
public record Entry(Kind kind, int number, String path, String id, String title, LocalDate date) {}
