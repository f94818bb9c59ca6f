package io.theforge.cli.config;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.result.Json;
import io.theforge.cli.result.Result;
import io.theforge.config.ConfigSchema;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code forge config schema}: the form of a configuration file. */
@Command(
        description = {
            "Prints a JSON Schema of the file (draft 2020-12).",
            "Editors complete and check the file from it.",
        },
        footer = "./forge config schema > forge.schema.json")
public final class ConfigSchemaCommand extends BaseCommand {

    /** Plain, standard output is the schema alone, so that it can be sent into a file. */
    @Override
    protected Result run(Context context) {
        Map<String, Object> schema = ConfigSchema.document();
        return Result.done(
                "completed",
                Map.of("schema", schema),
                Json.write(schema).lines().toList());
    }
}
