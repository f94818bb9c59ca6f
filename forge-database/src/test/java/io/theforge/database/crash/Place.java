package io.theforge.database.crash;

import io.theforge.database.Warehouse;
import java.util.List;

/** One database of a test. */
public interface Place extends AutoCloseable {
    /** As a user names it. */
    String url();

    Warehouse warehouse();

    /** The same, reached through connections that fail. */
    Warehouse warehouse(Faults faults);

    /** Another database with the same in it. */
    Place copy() throws Exception;

    /** Every definition, comment, grant and sequence, one line each. */
    List<String> catalog() throws Exception;

    /** Every table's name with a digest of all its rows. */
    List<String> rows() throws Exception;

    /** Returns when no operation works on it any more: a server may notice the end of its client late. */
    void awaitQuiet() throws Exception;

    @Override
    void close() throws Exception;
}
