package io.theforge.server;

import io.theforge.cli.console.Console;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Opens an address in the browser of whoever sits there. */
final class Browser {
    private Browser() {}

    static void open(String address, Console console) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("mac")
                ? List.of("open", address)
                : system.contains("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                        : List.of("xdg-open", address);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            console.warn("no browser could be opened (" + command.get(0) + " is not there); open the address yourself");
        }
    }
}
