package io.theforge.database.postgres;

import io.theforge.database.record.Records;
import io.theforge.table.Table;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose tables are where, for a role that may not do something. Names are quoted where they need to be.
 *
 * @param own schema of the Forge's own tables
 * @param seven schema of the seven tables
 * @param owner of the seven tables, null where there are none
 */
record Rights(
        String role, String own, String seven, @Nullable String owner) {
    /** The server neither quotes a name nor says in which schema a table is. */
    private static final Pattern DENIED = Pattern.compile("permission denied for (schema|table) (\\S+)$");

    /** Returns the server's message with the table's schema. */
    String named(String said) {
        Matcher denied = DENIED.matcher(said);
        if (!denied.find() || denied.group(1).equals("schema")) {
            return said;
        }
        String schema = isOwn(denied.group(2)) ? own + "." : isOfSeven(denied.group(2)) ? seven + "." : "";
        return denied.replaceFirst("permission denied for table " + Matcher.quoteReplacement(schema + denied.group(2)));
    }

    /** Returns what to do. @param writing false where all that is asked for is to read */
    String remedy(String said, boolean writing) {
        Matcher denied = DENIED.matcher(said);
        String what = denied.find() ? Catalog.identifier(denied.group(2)) : "";
        boolean ofSchema = !what.isEmpty() && denied.group(1).equals("schema");
        if (ofSchema ? what.equals(own) : isOwn(what)) {
            return orGrant(writing ? OwnSchema.grants(own, role) : OwnSchema.readingGrants(own, role));
        }
        if (ofSchema) {
            return orGrant("GRANT USAGE" + (writing ? ", CREATE" : "") + " ON SCHEMA " + what + " TO " + role);
        }
        if (isOfSeven(what)) {
            return writing
                    ? useOwner() + "; another role can at most delete, once it has been granted what is missing: "
                            + onSeven("SELECT, UPDATE, DELETE")
                    : orGrant(onSeven("SELECT"));
        }
        return useOwner() + ", or grant what is missing";
    }

    private String orGrant(String statements) {
        return useOwner() + ", or grant what is missing: " + statements;
    }

    private String useOwner() {
        return "use the tables' owner" + (owner == null ? "" : " (" + owner + ")");
    }

    private String onSeven(String privileges) {
        return "GRANT " + privileges
                + Table.SEVEN.stream()
                        .map(table -> seven + "." + table.sqlName())
                        .collect(Collectors.joining(", ", " ON ", " TO "))
                + role;
    }

    private static boolean isOwn(String table) {
        return Records.TABLES.contains("theforge." + table) || table.equals(Table.TRUTH_DAILY.sqlName());
    }

    private static boolean isOfSeven(String table) {
        return Table.SEVEN.stream().anyMatch(each -> each.sqlName().equals(table));
    }
}
