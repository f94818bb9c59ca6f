package io.theforge.docs;

import io.theforge.cli.Forge;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The program in this JVM: what {@code main} does, with streams of ours and without an end of the process. */
final class ForgeProgram {
    private static final Method RUN = Arrays.stream(Forge.class.getDeclaredMethods())
            .filter(method -> method.getName().equals("run") && method.getParameterCount() == 2)
            .findFirst()
            .orElseThrow();

    private ForgeProgram() {}

    /** Runs it and returns the exit code. */
    static int run(
            Map<String, String> environment, Path folder, OutputStream out, PrintStream err, List<String> arguments)
            throws ReflectiveOperationException {
        Constructor<?> process = RUN.getParameterTypes()[0].getDeclaredConstructor(
                Map.class, Path.class, OutputStream.class, PrintStream.class, boolean.class);
        process.setAccessible(true);
        RUN.setAccessible(true);
        Object around = process.newInstance(environment, folder, out, err, false);
        return (int) RUN.invoke(null, around, arguments.toArray(String[]::new));
    }
}
