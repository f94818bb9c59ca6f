package io.theforge.rag.embed;

import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The runtime of the model ends itself when the process is told to end, in a shutdown hook that nobody can take away; who is loading the
 * model at that moment crashes the process, and whoever is putting something in order with it. It counts its users: with one that never
 * leaves it lives as long as the process.
 */
final class KeptRuntime {
    private static final int WARNINGS = 2;
    private static boolean isKept;

    private KeptRuntime() {}

    /** Keeps it, before anybody else uses it. In a version that does it otherwise nothing is kept. */
    static synchronized void keep() {
        if (isKept) {
            return;
        }
        isKept = true;
        try {
            Class<?> environment = Class.forName("ai.onnxruntime.OrtEnvironment");
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            Method use = environment.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            api.setAccessible(true);
            use.setAccessible(true);
            use.invoke(null, api.getLong(null), WARNINGS, "ort-java");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            // where it cannot be loaded at all, loading the model tells
            return;
        }
    }
}
