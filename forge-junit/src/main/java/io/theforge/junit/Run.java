package io.theforge.junit;

import io.theforge.junit.database.CacheFolder;
import io.theforge.junit.database.TestDatabases;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What all tests of a run share: the way to databases, and what has been told. */
record Run(TestDatabases databases, Set<String> told) implements AutoCloseable {
    static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(ForgeDatasetExtension.class);

    static Run of(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        synchronized (Run.class) {
            Run run = store.get(Run.class, Run.class);
            if (run == null) {
                String cache = context.getConfigurationParameter(CacheFolder.SETTING)
                        .orElseGet(() -> System.getenv("FORGE_JUNIT_CACHE"));
                run = new Run(new TestDatabases(CacheFolder.of(cache)), ConcurrentHashMap.newKeySet());
                store.put(Run.class, run);
            }
            return run;
        }
    }

    @Override
    public void close() {
        databases.close();
    }
}
