package io.theforge.plan;

import io.theforge.config.model.CalendarEffect;

/** A calendar effect on its days. @param factors of demand by planned day, 1 where it does nothing */
public record EffectDays(CalendarEffect effect, double[] factors) {}
