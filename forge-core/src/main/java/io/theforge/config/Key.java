package io.theforge.config;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One key of the file, declared once: reader, writer and messages all follow from it.
 *
 * @param path from the root of what it belongs to, dots between ("retail.promotion_lift")
 * @param fallback the default; null when there is none
 * @param required whether leaving it out is an error
 * @param of takes the value from a finished {@code R}; null = nothing to write
 * @param meaning one line for people
 * @param <R> what the key describes: the whole configuration, or one row of a list
 * @param <T> the value
 */
record Key<R, T>(
        String path,
        Type<T> type,
        @Nullable T fallback,
        boolean required,
        Function<R, @Nullable T> of,
        String meaning) {

    static <R, T> Key<R, T> of(String path, Type<T> type, T fallback, Function<R, @Nullable T> of, String meaning) {
        return new Key<>(path, type, fallback, false, of, meaning);
    }

    static <R, T> Key<R, T> optional(String path, Type<T> type, Function<R, @Nullable T> of, String meaning) {
        return new Key<>(path, type, null, false, of, meaning);
    }

    static <R, T> Key<R, T> required(String path, Type<T> type, Function<R, @Nullable T> of, String meaning) {
        return new Key<>(path, type, null, true, of, meaning);
    }

    List<String> segments() {
        return List.of(path.split("\\."));
    }

    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
