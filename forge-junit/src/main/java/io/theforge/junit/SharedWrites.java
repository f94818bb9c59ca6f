package io.theforge.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that run at the same time never share a database that takes writes. */
final class SharedWrites {
    private SharedWrites() {}

    /** Refuses a test whose class, or the run, holds such a database, where others of it may run beside this one. */
    static void refuse(ExtensionContext test) {
        boolean concurrent = false;
        ExtensionContext inner = test;
        for (ExtensionContext each = test.getParent().orElse(null);
                each != null;
                each = each.getParent().orElse(null)) {
            concurrent = concurrent || runsBesideOthers(inner);
            Scope scope = Scope.find(each);
            if (concurrent && scope != null && scope.takesWrites()) {
                throw new ExtensionConfigurationException(
                        "@ForgeDataset: tests that run in parallel would share the writable database of "
                                + each.getDisplayName()
                                + "; ask for it as a parameter of the test, or put @Execution(SAME_THREAD) on the class");
            }
            inner = each;
        }
    }

    /** Whether others with the same parent may run at the same time. */
    static boolean runsBesideOthers(ExtensionContext context) {
        return context.getExecutionMode() == ExecutionMode.CONCURRENT
                && context.getConfigurationParameter("junit.jupiter.execution.parallel.enabled")
                        .map(Boolean::parseBoolean)
                        .orElse(false);
    }
}
