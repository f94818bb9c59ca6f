package io.theforge.server.operation;

import io.theforge.server.http.JsonText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has happened, for those who listen and those who come later: the last lines with their numbers, and how far the operation at
 * work is, of which only the latest counts.
 */
public final class Journal {
    private static final int MAX_ENTRIES = 2000;

    /** Numbers of an earlier start mean nothing here. */
    private final String start = UUID.randomUUID().toString().substring(0, 8);

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;
    private @Nullable String progress;
    private long progressNumber;
    private Runnable wake = () -> {};

    /** @param data one line of JSON */
    record Entry(long number, String type, String data) {}

    /** Calls somebody whenever there is something new; he must not take long. */
    synchronized void onNews(Runnable listener) {
        wake = listener;
    }

    /** Keeps an entry. @param type "log", "operation" */
    public synchronized void add(String type, Object data) {
        entries.add(new Entry(++last, type, JsonText.of(data)));
        if (entries.size() > MAX_ENTRIES) {
            entries.remove();
        }
        wake.run();
    }

    /** Tells how far it is. */
    synchronized void progress(Object data) {
        progress = JsonText.of(data);
        progressNumber++;
        wake.run();
    }

    /** Returns the first entry after a number; null when there is none. */
    synchronized @Nullable Entry after(long number) {
        Entry oldest = entries.peek();
        if (oldest == null || number >= last) {
            return null;
        }
        if (number < oldest.number()) {
            return oldest;
        }
        // from the end: listeners mostly lack the newest alone
        var backwards = entries.descendingIterator();
        Entry found = null;
        while (backwards.hasNext()) {
            Entry entry = backwards.next();
            if (entry.number() <= number) {
                return found;
            }
            found = entry;
        }
        return found;
    }

    /** Returns the data of the log's entries, the oldest first. */
    public synchronized List<String> log() {
        List<String> lines = new ArrayList<>();
        entries.stream().filter(entry -> entry.type().equals("log")).forEach(entry -> lines.add(entry.data()));
        return lines;
    }

    synchronized long progressNumber() {
        return progressNumber;
    }

    synchronized @Nullable String progress() {
        return progress;
    }

    /** Returns the id of an entry, as a client sends it back. */
    String id(Entry entry) {
        return start + "-" + entry.number();
    }

    /** Returns the number of an id, 0 where it is none of this start. */
    long number(@Nullable String id) {
        if (id == null || !id.matches("[0-9a-f]{8}-[0-9]{1,15}") || !id.startsWith(start)) {
            return 0;
        }
        return Long.parseLong(id.substring(start.length() + 1));
    }
}
