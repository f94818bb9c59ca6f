package io.theforge.export.text;

import io.theforge.table.Column;
import java.util.Arrays;
import java.util.List;

/** Records as JSON, and where each of them ends. */
final class PayloadChunk extends JsonEncoder {
    private int[] ends = new int[1 << 14];
    private int records;

    PayloadChunk(List<Column> columns, String separator) {
        super(columns, separator);
    }

    @Override
    public void endRow() {
        super.endRow();
        if (records == ends.length) {
            ends = Arrays.copyOf(ends, records * 2);
        }
        ends[records++] = size();
    }

    int records() {
        return records;
    }

    /** Returns where the first so many records end, the separator of the last one included. */
    int end(int ofRecords) {
        return ofRecords == 0 ? 0 : ends[ofRecords - 1];
    }

    @Override
    public void rewind(int mark) {
        super.rewind(mark);
        while (records > 0 && ends[records - 1] > mark) {
            records--;
        }
    }

    @Override
    public void clear() {
        super.clear();
        records = 0;
    }
}
