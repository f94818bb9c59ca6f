package io.theforge.spark.source;

import io.theforge.config.ConfigReader;
import io.theforge.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plans of this JVM: each executor makes its own from the configuration's text, once for all tasks that come to it. */
final class Plans {
    /** One dataset and its successor; a plan of 20,000 stores and 50,000 products takes some 30 MB. */
    private static final int KEPT = 2;

    private static final Map<String, Plan> PLANS = new LinkedHashMap<>(4, 0.75f, true);

    private Plans() {}

    /**
     * Returns the plan of a configuration.
     *
     * @param config whole, as {@link SourceOptions} has it
     */
    static synchronized Plan of(String config) {
        Plan plan = PLANS.get(config);
        if (plan == null) {
            plan = Plan.of(ConfigReader.recordedWithoutIds(config, "the configuration"));
            PLANS.put(config, plan);
            PLANS.keySet().stream()
                    .limit(Math.max(0, PLANS.size() - KEPT))
                    .toList()
                    .forEach(PLANS::remove);
        }
        return plan;
    }
}
