package io.theforge.database.recovery;

/** What the patterns leave unexplained: anomalies, noise, and what counts vary by themselves. */
final class Residuals {
    /** The share of days that are further from what was expected than half an anomaly, on the log. */
    final double anomalyShare;

    /** Of the log of demand, without anomalies and without the 1 / mean that counts vary by themselves. */
    final double noiseVariance;

    /** Days looked at. */
    final long days;

    Residuals(LoadedShop shop, FoundPatterns patterns) {
        double border = Math.log(shop.config.timeSeries().anomalyMagnitude()) / 2;
        double squares = 0;
        double counting = 0;
        long ordinary = 0;
        long anomalies = 0;
        for (LoadedShop.Day day : shop.days) {
            if (!patterns.uses(day)) {
                continue;
            }
            double expected = patterns.expectedLog(day);
            double residual = day.logUnits() - expected;
            if (Math.abs(residual) > border) {
                anomalies++;
            } else {
                ordinary++;
                squares += residual * residual;
                counting += Math.exp(-expected);
            }
        }
        days = ordinary + anomalies;
        anomalyShare = (double) anomalies / days;
        noiseVariance = squares / (ordinary - patterns.parameters()) - counting / ordinary;
    }
}
