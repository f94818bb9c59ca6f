package io.theforge.export.text;

import io.theforge.sink.TableSink;
import io.theforge.table.Column;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Cuts records into payloads of a fixed number, wherever the workers' chunks begin and end. */
final class PayloadSink implements TableSink<PayloadChunk, IOException> {
    private final List<Column> columns;
    private final PayloadFormat format;
    private final Payloads payloads;
    private final byte[] begin;
    private final byte[] end;
    private final String separator;
    private byte[] payload;
    private int length;
    private int records;

    /** Where payloads go. */
    interface Payloads {
        /** Takes the first {@code length} bytes as the next payload. */
        void add(byte[] payload, int length) throws IOException;

        /** All have come. @return bytes */
        long finish() throws IOException;

        void close() throws IOException;
    }

    PayloadSink(List<Column> columns, PayloadFormat format, Payloads payloads) {
        this.columns = columns;
        this.format = format;
        this.payloads = payloads;
        separator = format.separator();
        begin = format.begin();
        end = format.end();
        payload = begin.clone();
        length = begin.length;
    }

    @Override
    public PayloadChunk newChunk() {
        return new PayloadChunk(columns, format.separator());
    }

    @Override
    public void write(PayloadChunk chunk) throws IOException {
        int taken = 0;
        while (taken < chunk.records()) {
            int until = taken + Math.min(PayloadFormat.RECORDS - records, chunk.records() - taken);
            append(chunk.bytes(), chunk.end(taken), chunk.end(until));
            records += until - taken;
            taken = until;
            if (records == PayloadFormat.RECORDS) {
                endPayload();
            }
        }
    }

    private void endPayload() throws IOException {
        length -= separator.length();
        append(end, 0, end.length);
        payloads.add(payload, length);
        length = begin.length;
        records = 0;
    }

    private void append(byte[] bytes, int from, int until) {
        if (length + until - from > payload.length) {
            payload = Arrays.copyOf(payload, Math.max(2 * payload.length, length + until - from));
        }
        System.arraycopy(bytes, from, payload, length, until - from);
        length += until - from;
    }

    @Override
    public long finish() throws IOException {
        if (records > 0) {
            endPayload();
        }
        return payloads.finish();
    }

    @Override
    public void close() throws IOException {
        payloads.close();
    }
}
