package io.theforge.export.dirt;

import io.theforge.export.dirt.ledger.LedgerPart;
import io.theforge.export.layout.IngestLayout;
import io.theforge.export.text.PayloadFormat;

/** Where rows are in files: the lines of CSV begin with the header, payloads of one file each have their own records. */
final class FilePlaces {
    private FilePlaces() {}

    /** @param path that the table, or the part of it, was opened for */
    static LedgerPart.Places of(String path) {
        if (path.equals(IngestLayout.NAME)) {
            return new Payloads();
        }
        long linesBefore = path.endsWith(".csv") || path.contains(".csv.") ? 1 : 0;
        return new LedgerPart.Places() {
            @Override
            public String file(long row) {
                return path;
            }

            @Override
            public long line(long row) {
                return linesBefore + row;
            }
        };
    }

    private static final class Payloads implements LedgerPart.Places {
        @Override
        public String file(long row) {
            return PayloadFormat.JSON.path((row - 1) / PayloadFormat.RECORDS);
        }

        @Override
        public long line(long row) {
            return (row - 1) % PayloadFormat.RECORDS + 1;
        }
    }
}
