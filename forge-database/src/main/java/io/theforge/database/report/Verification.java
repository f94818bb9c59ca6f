package io.theforge.database.report;

import java.util.List;

/** All checks of one verification. */
public record Verification(List<Check> checks) {

    /** True when none failed; warnings are allowed. */
    public boolean passed() {
        return checks.stream().noneMatch(check -> check.status() == Check.Status.FAILED);
    }
}
