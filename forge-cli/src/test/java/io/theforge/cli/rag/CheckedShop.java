package io.theforge.cli.rag;

import io.theforge.cli.Ran;
import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small dataset, and stacks that know it. */
final class CheckedShop {
    static final String TOKEN = "s3cret-t0ken-of-the-host";
    static final Map<String, String> SMALL = Map.of("SEEDER_DEFAULT_STORES", "2", "SEEDER_DEFAULT_PRODUCTS", "6");
    private static final Plan PLAN =
            Plan.of(ConfigReader.resolve(null, new Overrides(null, 2, 6, null, null, null, null), Overrides.NONE));

    private CheckedShop() {}

    static HostStub host(Quirk... quirks) throws IOException {
        return HostStub.of(PLAN, TOKEN, quirks);
    }

    /** A run against it, from an empty folder or one where the dataset is already. */
    static Ran check(Path folder, HostStub host, String... more) {
        return checkAs(folder, TOKEN, host, more);
    }

    static Ran checkAs(Path folder, @Nullable String token, HostStub host, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of("--scenario", "rag-agent", "--api-url", host.url(), "--confirm"), Stream.of(more))
                .toList();
        return Ran.in(folder, environment(token), arguments.toArray(String[]::new));
    }

    static Map<String, String> environment(@Nullable String token) {
        Map<String, String> environment = new LinkedHashMap<>(SMALL);
        environment.put("FORGE_API_TIMEOUT", "2");
        if (token != null) {
            environment.put("FORGE_API_TOKEN", token);
        }
        return environment;
    }
}
