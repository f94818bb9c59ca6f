package io.theforge.plan;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packs of a noun. The amount in one is what follows {@code =}, else the product of the numbers in it, kilograms and
 * litres being thousands: "6 x 0.33 L" is 1980, "Pack of 4" is 4. What has no number is 1.
 *
 * @param names as in a product's name
 * @param factors of the price: the amount, relative to the geometric mean of the noun's packs, to the power of 0.7, from 0.5
 *     to 2.2
 */
record PackSizes(List<String> names, List<Double> factors) {
    /** Twice as much costs 1.6 times as much. */
    private static final double POWER = 0.7;

    private static final double MIN_FACTOR = 0.5;
    private static final double MAX_FACTOR = 2.2;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.][0-9]+)?");

    /** @param entries "1 kg" or "Large = 4" */
    static PackSizes of(List<String> entries) {
        double[] logs = entries.stream()
                .mapToDouble(entry -> StrictMath.log(amount(entry)))
                .toArray();
        double sum = 0;
        for (double log : logs) {
            sum += log;
        }
        double mean = sum / logs.length;
        return new PackSizes(
                entries.stream().map(entry -> entry.split("=")[0].strip()).toList(),
                Arrays.stream(logs)
                        .map(log -> StrictMath.exp(POWER * (log - mean)))
                        .map(factor -> Math.min(MAX_FACTOR, Math.max(MIN_FACTOR, factor)))
                        .boxed()
                        .toList());
    }

    private static double amount(String entry) {
        Matcher number = NUMBER.matcher(entry.substring(entry.indexOf('=') + 1));
        double amount = 1;
        while (number.find()) {
            amount *= Double.parseDouble(number.group());
        }
        return entry.endsWith("kg") || entry.endsWith(" L") ? 1000 * amount : amount;
    }
}
