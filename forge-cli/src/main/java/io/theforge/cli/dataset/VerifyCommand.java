package io.theforge.cli.dataset;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Json;
import io.theforge.cli.result.Result;
import io.theforge.database.Warehouse;
import io.theforge.database.realism.RealismCard;
import io.theforge.database.report.Check;
import io.theforge.database.report.Verification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code forge verify}: every check against the database. */
@Command(
        description = "Checks everything that must hold in the database.",
        footer = {"./forge --verify", "./forge --verify --realism"})
public final class VerifyCommand extends DatabaseCommand {
    @Option(names = "--realism", description = "also how much the rows look like real retail demand")
    boolean realism;

    @Override
    protected Result run(Context context) {
        try (Warehouse warehouse = warehouse(context)) {
            context.console().target(warehouse.name());
            context.console().event("started", Map.of("database", warehouse.name()));
            Verification verification = warehouse.verify(context.progress());
            List<Check> checks = verification.checks();
            List<String> lines = new ArrayList<>();
            checks.forEach(check -> lines.addAll(CheckText.lines(check)));
            lines.add("");
            lines.add(verification.passed() ? "sound: " + CheckText.counts(checks) : CheckText.counts(checks));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("passed", verification.passed());
            json.put("checks", checks.stream().map(CheckText::json).toList());
            RealismCard card = realism ? warehouse.realism(context.progress()) : null;
            if (card != null) {
                lines.add("");
                lines.addAll(CardText.lines(card));
                json.put("realism", CardText.json(card));
            }
            if (verification.passed() && card != null && !card.kept()) {
                return Result.failed(brokenPromises(card), json, lines);
            }
            if (verification.passed()) {
                context.console()
                        .event(
                                "completed",
                                Json.object(
                                        "checks",
                                        checks.size(),
                                        "seconds",
                                        context.console().seconds()));
                return Result.done("completed", json, lines);
            }
            return Result.failed(failedChecks(checks), json, lines);
        }
    }

    private Failure brokenPromises(RealismCard card) {
        List<String> broken = card.lines().stream()
                .filter(line -> line.status() == RealismCard.Status.BROKEN)
                .map(RealismCard.Line::name)
                .toList();
        return new Failure(
                Exit.VERIFICATION_FAILED,
                "verification",
                null,
                "the scenario " + card.scenario() + " promises more than there is: " + String.join(", ", broken),
                "the card shows by how much; another seed, or more products, tells whether that is chance");
    }

    private Failure failedChecks(List<Check> checks) {
        List<Check> failed = checks.stream()
                .filter(check -> check.status() == Check.Status.FAILED)
                .toList();
        boolean rowsNamed = failed.stream().anyMatch(check -> !check.examples().isEmpty());
        // without a plan the rows continue somebody else's data, which a new dataset would have to displace
        boolean hasPlan = checks.stream().anyMatch(check -> check.name().endsWith(".as_planned"));
        return new Failure(
                Exit.VERIFICATION_FAILED,
                "verification",
                null,
                "these checks failed: "
                        + String.join(", ", failed.stream().map(Check::name).toList()),
                (rowsNamed ? "the rows named above show where; " : "")
                        + (hasPlan
                                ? "a new dataset: " + command("--full-new", "--confirm")
                                : "to take back what was appended: " + command("--delete", "--confirm")
                                        + ", and then append again"));
    }
}
