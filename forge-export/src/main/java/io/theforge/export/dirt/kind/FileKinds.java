package io.theforge.export.dirt.kind;

import io.theforge.config.model.DirtKind;
import java.util.List;

/** What can be wrong with the form of a file. */
final class FileKinds {
    static final List<Kind> ALL = List.of(
            Kind.cells(
                            DirtKind.BROKEN_QUOTES,
                            "a quote in front of a field that is never closed",
                            Kind.CSV,
                            shape -> true,
                            "all",
                            row -> {
                                int column = KeyKinds.choose(row, row::isFree);
                                if (column < 0) {
                                    return false;
                                }
                                String text = row.values().shown(column);
                                if (text == null || text.indexOf(',') >= 0 || text.indexOf('"') >= 0) {
                                    return false;
                                }
                                row.change(column).verbatim('"' + text);
                                return true;
                            })
                    .ofColumns(),
            Kind.row(
                            DirtKind.MIXED_LINE_ENDS,
                            "a line that ends as on Windows among others that do not",
                            Effect.LINE_END,
                            shape -> true,
                            "all",
                            Kind.NOTHING)
                    .in(Kind.LINES)
                    .warning());

    private FileKinds() {}
}
