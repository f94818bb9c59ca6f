package io.theforge.cli.manual;

import java.io.File;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The script for bash, which zsh takes too, written by picocli. */
final class BashCompletion {
    private BashCompletion() {}

    /** picocli knows neither an operation that is a flag nor {@code --flag=value}, which zsh gives as one word and bash as three. */
    private static final String AS_PICOCLI_READS_IT = """

            # Takes --full-new as the command that it means, and --flag=value as a flag and its value.
            function _forge() {
              local -a given=("${COMP_WORDS[@]}")
              local current=$COMP_CWORD prefix='' word='' i=0
              COMP_WORDS=()
              for (( i=0; i<${#given[@]}; i++ )); do
                word=${given[i]}
                if (( i == current )); then
                  case $word in
                    '=') word='' ;;
                    --*=*) prefix=${word%%=*}=; COMP_WORDS+=("${word%%=*}"); word=${word#*=} ;;
                  esac
                  COMP_CWORD=${#COMP_WORDS[@]}
                  COMP_WORDS+=("$word")
                else
                  case $word in
                    '=') ;;
                    --*=*) COMP_WORDS+=("${word%%=*}" "${word#*=}") ;;
                    OPERATIONS) COMP_WORDS+=("${word#--}") ;;
                    *) COMP_WORDS+=("$word") ;;
                  esac
                fi
              done
              _complete_forge
              COMPREPLY=("${COMPREPLY[@]/#/$prefix}")
            }
            complete -F _forge -o default forge
            """;

    static String script(CommandSpec program) {
        nameFiles(program);
        return AutoComplete.bash("forge", new CommandLine(program))
                + AS_PICOCLI_READS_IT.replace("OPERATIONS", String.join("|", Texts.operations(program)));
    }

    /** picocli offers files where a type says so; ours are texts until somebody opens them. */
    private static void nameFiles(CommandSpec spec) {
        for (OptionSpec option : List.copyOf(spec.options())) {
            if (Values.isFile(option)) {
                spec.remove(option);
                spec.addOption(OptionSpec.builder(option.longestName())
                        .type(File.class)
                        .build());
            }
        }
        for (PositionalParamSpec positional : List.copyOf(spec.positionalParameters())) {
            if (Values.isFile(positional)) {
                spec.remove(positional);
                spec.addPositional(PositionalParamSpec.builder()
                        .paramLabel(positional.paramLabel())
                        .index("0")
                        .type(File.class)
                        .build());
            }
        }
        spec.subcommands().values().forEach(command -> nameFiles(command.getCommandSpec()));
    }
}
