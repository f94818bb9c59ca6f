package io.theforge.export.file;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was spoiled on purpose in an export.
 *
 * @param manifest what its manifest says of it
 * @param tables of which something is not as it was
 * @param notes what a reader should know
 */
public record Spoiled(Map<String, Object> manifest, Set<String> tables, List<String> notes) {}
