package io.theforge.database.report;

import org.jspecify.annotations.Nullable;

/** Hears nothing. */
final class NoProgress implements Progress {
    @Override
    public void begin(String step, @Nullable Long rows) {}

    @Override
    public void advance(long rows) {}

    @Override
    public void end() {}
}
