package io.theforge.database.forecast;

/** A file of forecasts that cannot be scored: where, what is wrong, and what would be right, one line each. */
public final class ForecastFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String location;
    private final String remedy;

    /** @param location the file, with the line where there is one: "forecast.csv:12" */
    ForecastFileException(String location, String message, String remedy) {
        super(message);
        this.location = location;
        this.remedy = remedy;
    }

    public String location() {
        return location;
    }

    public String remedy() {
        return remedy;
    }
}
