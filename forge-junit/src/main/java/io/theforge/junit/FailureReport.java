package io.theforge.junit;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tells how to make the dataset of a failed test again, once for each class and dataset. */
final class FailureReport {
    private FailureReport() {}

    static void tell(ExtensionContext context) {
        Throwable failure = context.getExecutionException().orElse(null);
        // by name: an assumption that does not hold is no failure
        if (failure == null || failure.getClass().getName().equals("org.opentest4j.TestAbortedException")) {
            return;
        }
        for (@Nullable ExtensionContext each = context;
                each != null;
                each = each.getParent().orElse(null)) {
            Scope scope = Scope.find(each);
            if (scope != null) {
                scope.used().stream()
                        .filter(UsedDataset::isMade)
                        .forEach(used -> tell(context, used.request().again()));
            }
        }
    }

    private static void tell(ExtensionContext context, String again) {
        String testClass = context.getRequiredTestClass().getName();
        if (Run.of(context).told().add(testClass + "\n" + again)) {
            String indented = again.lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
            System.err.println(testClass + ": " + context.getDisplayName()
                    + " failed with a dataset that this makes again:\n" + indented);
        }
    }
}
