package io.theforge.rag.agent.passage;

import io.theforge.rag.agent.text.Dates;
import io.theforge.rag.store.Passage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document tells of itself at its top. @param fields of its front matter @param text of its title and fields */
public record About(Map<String, String> fields, String text) {

    static About of(Passage passage) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (passage.metadata().get("front_matter") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
        }
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> {
            if (!name.equals("date") && !name.equals("author") && !name.equals("id")) {
                text.append(value).append('\n');
            }
        });
        return new About(fields, text.toString());
    }

    public String title() {
        return fields.getOrDefault("title", "");
    }

    /** Returns the month that it is about: of a field that is one, or of its title; null where there is none. */
    public @Nullable YearMonth month() {
        for (String value : fields.values()) {
            List<Dates.Named> dates = Dates.in(value);
            if (dates.size() == 1
                    && dates.get(0).isMonth()
                    && dates.get(0).key().equals(value)) {
                return dates.get(0).month();
            }
        }
        List<Dates.Named> dates =
                Dates.in(title()).stream().filter(Dates.Named::isMonth).toList();
        return dates.size() == 1 ? dates.get(0).month() : null;
    }

    /** Returns the day of a field; null where it has none. */
    public @Nullable LocalDate day(String field) {
        List<Dates.Named> dates = Dates.in(fields.getOrDefault(field, ""));
        return dates.size() == 1 && dates.get(0).isDay() ? dates.get(0).day() : null;
    }
}
