package io.theforge.export.text;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Dates as ISO 8601 writes them. Those that a dataset can have are looked up. */
final class DateTexts {
    /** Bytes of a date. */
    static final int BYTES = 10;

    private static final int FIRST = (int) LocalDate.of(1900, 1, 1).toEpochDay();
    private static final int LAST = (int) LocalDate.of(2200, 12, 31).toEpochDay();
    private static final byte[] TEXTS = texts();

    private DateTexts() {}

    private static byte[] texts() {
        byte[] texts = new byte[(LAST - FIRST + 1) * BYTES];
        LocalDate date = LocalDate.ofEpochDay(FIRST);
        for (int at = 0; at < texts.length; at += BYTES) {
            int year = date.getYear();
            int month = date.getMonthValue();
            int day = date.getDayOfMonth();
            for (int digit = 3, rest = year; digit >= 0; digit--, rest /= 10) {
                texts[at + digit] = (byte) ('0' + rest % 10);
            }
            texts[at + 4] = '-';
            texts[at + 5] = (byte) ('0' + month / 10);
            texts[at + 6] = (byte) ('0' + month % 10);
            texts[at + 7] = '-';
            texts[at + 8] = (byte) ('0' + day / 10);
            texts[at + 9] = (byte) ('0' + day % 10);
            date = date.plusDays(1);
        }
        return texts;
    }

    /** @param epochDay in the years 0000 to 9999 */
    static void put(int epochDay, byte[] into, int at) {
        if (epochDay >= FIRST && epochDay <= LAST) {
            System.arraycopy(TEXTS, (epochDay - FIRST) * BYTES, into, at, BYTES);
        } else {
            byte[] text = LocalDate.ofEpochDay(epochDay).toString().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, into, at, BYTES);
        }
    }
}
