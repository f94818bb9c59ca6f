package io.theforge.plan;

import de.focus_shift.jollyday.core.Holiday;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The English names of a country's holidays, frozen in a list of ours. */
final class HolidayNames {
    private static final Map<String, String> NAMES = read();

    private final String prefix;

    /** @param country its code in capitals, "US" */
    HolidayNames(String country) {
        prefix = country + ".";
    }

    /** Returns the library's own name where the list has none, as for a holiday that a newer library brings. */
    String of(Holiday holiday) {
        String name = find(holiday.getPropertiesKey());
        // The library's plain bundle is the English one; asked for English, it would answer in the machine's language.
        return name != null ? name : holiday.getDescription(Locale.ROOT);
    }

    /** @throws IllegalArgumentException where the list has no such key */
    String of(String key) {
        String name = find(key);
        if (name == null) {
            throw new IllegalArgumentException("no holiday is called " + key + "; see the list holidays/names.txt");
        }
        return name;
    }

    @Nullable
    String find(String key) {
        String own = NAMES.get(prefix + key);
        return own != null ? own : NAMES.get(key);
    }

    private static Map<String, String> read() {
        Map<String, String> names = new HashMap<>();
        for (String line : WordList.of("holidays", "names").lines()) {
            String[] parts = line.split(" = ", 2);
            names.put(parts[0], parts[1]);
        }
        return names;
    }
}
