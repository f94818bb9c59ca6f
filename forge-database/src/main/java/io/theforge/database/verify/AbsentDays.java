package io.theforge.database.verify;

import io.theforge.movement.Absences;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.time.LocalDate;

/** SQL for the days on which the plan takes articles off the shelf, so that figures about days on the shelf leave them out. */
public final class AbsentDays {
    /**
     * The spells as rows of {@code store_id}, {@code product_id}, {@code first_day} and {@code last_day}, of which no two of a pair
     * overlap. Its one parameter is {@link #spells}.
     */
    private static final String ROWS = """
            (SELECT st.id AS store_id, p.id AS product_id, CAST(split_part(spell, ' ', 3) AS date) AS first_day,
                CAST(split_part(spell, ' ', 4) AS date) AS last_day
            FROM (SELECT unnest(string_to_array(?, ',')) AS spell) spells
            JOIN store st ON st.code = split_part(spell, ' ', 1)
            JOIN product p ON p.sku = split_part(spell, ' ', 2))""";

    /** Joins to inventory {@code i} the spell that its day lies in; {@code absent.store_id} is NULL for days on the shelf. */
    public static final String JOIN = " LEFT JOIN " + ROWS + " absent ON absent.store_id = i.store_id"
            + " AND absent.product_id = i.product_id AND i.date BETWEEN absent.first_day AND absent.last_day ";

    private AbsentDays() {}

    /** Returns the spells of all pairs in one text, some 40 characters each. */
    public static String spells(Plan plan) {
        Absences absences = new Absences(plan);
        StringBuilder spells = new StringBuilder();
        for (Store store : plan.stores()) {
            for (Product product : plan.products()) {
                if (absences.fill(store, product)) {
                    add(spells, store.code() + " " + product.sku() + " ", absences.state, plan);
                }
            }
        }
        return spells.toString();
    }

    private static void add(StringBuilder spells, String pair, byte[] state, Plan plan) {
        for (int start = 0; start < plan.days(); start++) {
            if (state[start] != Absences.PRESENT) {
                int end = start + 1;
                while (end < plan.days() && state[end] != Absences.PRESENT) {
                    end++;
                }
                spells.append(spells.isEmpty() ? "" : ",").append(pair).append(date(plan, start));
                spells.append(' ').append(date(plan, end - 1));
                start = end;
            }
        }
    }

    private static LocalDate date(Plan plan, int day) {
        return LocalDate.ofEpochDay(plan.epochDay(day));
    }
}
