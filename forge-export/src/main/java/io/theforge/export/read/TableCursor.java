package io.theforge.export.read;

import io.theforge.table.RowWriter;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of all files of a table, one file after another. */
final class TableCursor implements RowCursor {
    private final Iterator<String> files;
    private final Function<String, RowCursor> opening;
    private @Nullable RowCursor current;
    private String place;

    /** @param opening opens a file */
    TableCursor(ReadTable table, Function<String, RowCursor> opening) {
        files = table.files().iterator();
        this.opening = opening;
        place = table.name();
    }

    @Override
    public boolean next() {
        while (current != null || files.hasNext()) {
            if (current == null) {
                current = opening.apply(files.next());
            }
            boolean found = current.next();
            place = current.place();
            if (found) {
                return true;
            }
            current.close();
            current = null;
        }
        return false;
    }

    @Override
    public void write(RowWriter out) {
        if (current != null) {
            current.write(out);
        }
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
    }
}
