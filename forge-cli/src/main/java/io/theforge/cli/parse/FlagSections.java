package io.theforge.cli.parse;

import io.theforge.cli.input.FlagGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags of a command under the headings of the groups that declare them. */
public final class FlagSections {
    private static final String OWN = "Flags";
    private static final List<String> LAST = List.of(FlagGroup.WHERE_AND_HOW, FlagGroup.WHAT_IS_SHOWN);

    private FlagSections() {}

    /** Returns the flags by heading: what is the command's own first, what every command has last. */
    public static Map<String, List<OptionSpec>> of(CommandSpec spec) {
        Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        List<OptionSpec> own = new ArrayList<>(spec.options());
        spec.mixins().values().forEach(mixin -> own.removeAll(mixin.options()));
        add(groups, OWN, own);
        spec.mixins().values().stream()
                .filter(mixin -> !LAST.contains(heading(mixin)))
                .forEach(mixin -> add(groups, heading(mixin), mixin.options()));
        for (String last : LAST) {
            spec.mixins().values().stream()
                    .filter(mixin -> heading(mixin).equals(last))
                    .forEach(mixin -> add(groups, last, mixin.options()));
        }
        return groups;
    }

    private static void add(Map<String, List<OptionSpec>> groups, String heading, List<OptionSpec> options) {
        List<OptionSpec> shown =
                options.stream().filter(option -> !option.hidden()).toList();
        if (!shown.isEmpty()) {
            groups.computeIfAbsent(heading, ignored -> new ArrayList<>()).addAll(shown);
        }
    }

    private static String heading(CommandSpec mixin) {
        return mixin.userObject() instanceof FlagGroup group ? group.heading() : OWN;
    }
}
