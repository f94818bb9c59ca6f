package example;

import io.theforge.Forge;
import io.theforge.dataset.Dataset;
import io.theforge.series.SeriesBlock;

/** One series alone, out of a million: nothing else is made. With it comes the truth, which no forecaster sees. */
public final class OneSeries {
    public static void main(String[] arguments) {
        Dataset chain = Forge.dataset("dimensions: {stores: {count: 1000}, products: {count: 1000}}");
        SeriesBlock series = chain.series("S00500", "SKU-000042");
        System.out.println("date,sold,on_hand,expected_demand");
        for (int i = 0; i < 7; i++) {
            int day = series.salesDay[i];
            System.out.println(chain.date(day) + "," + series.quantity[i] + "," + series.onHand[i] + ","
                    + Math.round(series.truth.expected[day]));
        }
    }
}
