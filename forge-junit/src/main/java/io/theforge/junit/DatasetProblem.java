package io.theforge.junit;

import io.theforge.config.model.ConfigException;
import io.theforge.database.report.DatabaseException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why a test does not get its dataset, in one line and without a stack of causes: none of our code is to be looked at. */
final class DatasetProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatasetProblem(String message) {
        super(message, null, false, false);
    }

    static DatasetProblem of(String what, String remedy) {
        return new DatasetProblem("@ForgeDataset: " + what + "; " + remedy);
    }

    static DatasetProblem of(ConfigException e) {
        return of(place(e.location()) + e.getMessage(), e.remedy());
    }

    static DatasetProblem of(DatabaseException e) {
        return of(String.valueOf(e.getMessage()), e.remedy());
    }

    static DatasetProblem of(SQLException e) {
        return of(
                "the database cannot be opened: " + e.getMessage(),
                "see whether another program changed or removed it");
    }

    /** A flag's name becomes that of the annotation's element: {@code --start-date} is {@code startDate}. */
    private static String place(@Nullable String location) {
        if (location == null) {
            return "";
        }
        if (!location.startsWith("--")) {
            return location + ": ";
        }
        StringBuilder element = new StringBuilder();
        for (String word : location.substring(2).split("-")) {
            element.append(element.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return element + ": ";
    }
}
