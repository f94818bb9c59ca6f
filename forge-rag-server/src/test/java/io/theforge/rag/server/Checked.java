package io.theforge.rag.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.cli.Program;
import io.theforge.cli.input.ProcessContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run of the program in this process, and what it said. */
record Checked(int exit, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A small shop, of which there is enough to be asked. */
    static final Map<String, String> SMALL = Map.of("SEEDER_DEFAULT_STORES", "3", "SEEDER_DEFAULT_PRODUCTS", "12");

    /** @return the check of a stack: our own, where the arguments and the environment name no address */
    static Checked check(Path folder, Map<String, String> environment, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--scenario", "rag-agent", "--no-progress"));
        arguments.addAll(List.of(more));
        return run(folder, environment, arguments.toArray(String[]::new));
    }

    static Checked run(Path folder, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8);
        int exit = Program.run(new ProcessContext(environment, folder, out, told, false), arguments);
        return new Checked(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Standard output as the one document that it must be. */
    JsonNode json() throws Exception {
        return JSON.readTree(out);
    }
}
