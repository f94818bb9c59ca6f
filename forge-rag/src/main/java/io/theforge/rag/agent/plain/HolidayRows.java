package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Holiday;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.table.Scope;
import io.theforge.rag.agent.table.Tables;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** On which day a holiday is. */
final class HolidayRows implements Rows {
    private static final Pattern ASKED =
            Pattern.compile("^\\W*(?:on (?:which|what) (?:date|day)|when|what date|which day)\\b");
    private static final Pattern OTHER =
            Pattern.compile("\\b(?:order|orders|placed|delivery|deadline|change|demand)\\b");

    @Override
    public String tables() {
        return "calendar";
    }

    @Override
    public List<Finding> look(Mentions named, Catalog catalog, Tables tables) throws SQLException {
        Finding finding = find(named, tables);
        return finding == null ? List.of() : List.of(finding);
    }

    private static @Nullable Finding find(Mentions named, Tables tables) throws SQLException {
        String rest = named.rest();
        if (!ASKED.matcher(rest).find()
                || OTHER.matcher(rest).find()
                || named.dates().size() != 1) {
            return null;
        }
        String year = named.dates().get(0).key();
        List<Holiday> fit = tables.holidays().stream()
                .filter(holiday -> rest.contains(holiday.name().toLowerCase(Locale.ROOT))
                        && holiday.day().toString().startsWith(year))
                .toList();
        if (fit.size() != 1) {
            return null;
        }
        Holiday holiday = fit.get(0);
        return Finding.of(
                "It is " + Period.day(holiday.day()) + ".",
                new Clue(
                        holiday.name() + " " + Period.day(holiday.day()),
                        Scope.ALL,
                        List.of(holiday.day().toString()),
                        List.of(),
                        List.of()));
    }
}
