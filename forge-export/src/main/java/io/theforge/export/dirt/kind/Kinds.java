package io.theforge.export.dirt.kind;

import io.theforge.config.model.DirtKind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All kinds of dirt, in the order in which they reach for a cell. */
public final class Kinds {
    /** In their order. */
    public static final List<Kind> ALL = Stream.of(
                    SaleKinds.ALL, KeyKinds.ALL, DateKinds.ALL, RowKinds.ALL, FileKinds.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Kind::kind))
            .toList();

    private static final Map<DirtKind, Kind> BY_NAME = new EnumMap<>(DirtKind.class);

    static {
        ALL.forEach(kind -> BY_NAME.put(kind.kind(), kind));
    }

    private Kinds() {}

    /** Returns what is said of a kind. */
    public static Kind of(DirtKind kind) {
        Kind known = BY_NAME.get(kind);
        if (known == null) {
            throw new IllegalArgumentException("there is no kind " + kind.word());
        }
        return known;
    }
}
