package io.theforge.cli.input;

import io.theforge.config.Effect;
import io.theforge.config.Scenarios;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What a shell offers behind a flag whose words are known. They are only looked up when a shell's script is made. */
public final class Candidates {
    private Candidates() {}

    /** The presets. */
    public static final class ScenarioNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Scenarios.names().iterator();
        }
    }

    /** Effects that can be left out. */
    public static final class Effects implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Effect.values()).map(Effect::word).iterator();
        }
    }

    /** Forms of the log. */
    static final class LogFormats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return OutputFlags.LOG_FORMATS.iterator();
        }
    }

    /** Shells that {@code completion} writes for. */
    public static final class Shells implements Iterable<String> {
        /** Their names. */
        public static final List<String> NAMES = List.of("bash", "zsh", "fish");

        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }
}
