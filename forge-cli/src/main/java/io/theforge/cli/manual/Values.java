package io.theforge.cli.manual;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;

/** What can stand behind a flag. */
final class Values {
    private static final Set<String> FILES = Set.of("FILE", "PATH", "DIR");

    private Values() {}

    /** Whether a file or a folder is meant. */
    static boolean isFile(ArgSpec argument) {
        return FILES.contains(argument.paramLabel());
    }

    /** The words that are known, none where anything may stand. */
    static List<String> candidates(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        return candidates == null
                ? List.of()
                : StreamSupport.stream(candidates.spliterator(), false).toList();
    }
}
