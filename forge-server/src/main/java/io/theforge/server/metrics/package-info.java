/** What Prometheus is told: {@link io.theforge.server.metrics.Metrics}. */
@NullMarked
package io.theforge.server.metrics;

import org.jspecify.annotations.NullMarked;
