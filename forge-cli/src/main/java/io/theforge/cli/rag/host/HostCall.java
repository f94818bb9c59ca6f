package io.theforge.cli.rag.host;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of the interface.
 *
 * @param path behind the base, "/rag/index"
 * @param body null where there is none
 * @param limit how long its answer may take
 * @param isRepeatable whether to make it twice is as good as once
 */
record HostCall(String method, String path, @Nullable Map<String, Object> body, Duration limit, boolean isRepeatable) {

    /** Returns "POST /rag/index". */
    String shown() {
        return method + " " + path;
    }
}
