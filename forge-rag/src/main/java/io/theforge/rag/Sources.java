package io.theforge.rag;

import io.theforge.rag.store.Source;
import java.util.List;

/** All that is indexed, by type and path. */
public record Sources(List<Source> sources, long totalSources, long totalChunks) {}
