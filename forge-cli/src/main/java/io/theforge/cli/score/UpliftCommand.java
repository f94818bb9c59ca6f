package io.theforge.cli.score;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.input.Candidates;
import io.theforge.cli.input.TextValue;
import io.theforge.cli.result.Result;
import io.theforge.config.Effect;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.Warehouse;
import io.theforge.plan.Plan;
import io.theforge.uplift.TrueUplift;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code forge uplift}: what an effect truly did. */
@Command(
        description = {
            "Tells what an effect, such as promotions, truly did.",
            "It is the dataset less its twin, made from the same draws without it; for promotions beside the",
            "estimate that a look at the weeks before would give.",
        },
        footer = {"./forge uplift", "./forge uplift --of holidays"})
public final class UpliftCommand extends DatabaseCommand {
    @Option(
            names = "--of",
            paramLabel = "EFFECT",
            completionCandidates = Candidates.Effects.class,
            description = {
                "promotions, advertising, stockouts, anomalies, holidays, price_changes,",
                "noise, trend, shocks, drift, weekly_noise, absences or calendar_effects",
                "(promotions)",
            })
    @Nullable
    String of;

    @Override
    protected Result run(Context context) {
        Effect effect = of == null ? Effect.PROMOTIONS : new TextValue("--of", of).effect();
        try (Warehouse warehouse = warehouse(context)) {
            context.console().target(warehouse.name());
            ForgeConfig config = warehouse.dataset();
            context.progress().begin("making the twin without " + effect.word(), null);
            TrueUplift uplift = TrueUplift.of(Plan.of(config), effect);
            context.progress().end();
            return Result.done(
                    "completed",
                    UpliftText.json(effect, uplift),
                    effect == Effect.PROMOTIONS ? UpliftText.promotions(uplift) : UpliftText.others(effect, uplift));
        }
    }
}
