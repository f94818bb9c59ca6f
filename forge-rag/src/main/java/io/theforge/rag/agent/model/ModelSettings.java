package io.theforge.rag.agent.model;

import io.theforge.config.model.ConfigException;
import io.theforge.rag.Hit;
import io.theforge.rag.Rag;
import io.theforge.rag.agent.Agent;
import io.theforge.rag.agent.DatasetReader;
import io.theforge.rag.store.Filter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whether a language model answers, and which: the environment names it. */
public final class ModelSettings {
    private static final String URL = "FORGE_LLM_URL";
    private static final String MODEL = "FORGE_LLM_MODEL";
    private static final String KEY = "FORGE_LLM_KEY";
    private static final String TIMEOUT = "FORGE_LLM_TIMEOUT";
    private static final int USUAL_SECONDS = 60;
    private static final int MAX_SECONDS = 240;
    private static final int PASSAGES = 6;
    private static final String PATH = "/chat/completions";

    /** The variables that are asked for. */
    public static final List<String> VARIABLES = List.of(URL, MODEL, KEY, TIMEOUT);

    private ModelSettings() {}

    /**
     * Returns the agent with a model; null where the environment names none. Nobody is asked before the first message.
     *
     * @param environment a variable's value by its name, null when it is not set
     * @throws ConfigException when the variables do not name a model; the message repeats neither address nor key
     */
    public static @Nullable Agent agent(UnaryOperator<@Nullable String> environment, Rag rag, DatasetReader dataset) {
        ModelEndpoint endpoint = endpoint(environment);
        return endpoint == null
                ? null
                : new ModelAgent(
                        endpoint,
                        query -> rag.retrieve(query, PASSAGES, null, Filter.NONE).results().stream()
                                .map(Hit::passage)
                                .toList(),
                        TableTools.of(dataset));
    }

    static @Nullable ModelEndpoint endpoint(UnaryOperator<@Nullable String> environment) {
        String url = environment.apply(URL);
        if (url == null) {
            for (String name : List.of(MODEL, KEY, TIMEOUT)) {
                if (environment.apply(name) != null) {
                    throw new ConfigException(
                            name + " is set and " + URL + " is not",
                            "set " + URL + " to the model's address, or unset the others for the agent without a model",
                            URL);
                }
            }
            return null;
        }
        String model = environment.apply(MODEL);
        if (model == null) {
            throw new ConfigException(
                    URL + " is set and " + MODEL + " is not",
                    "name the model, such as llama3.1 or gpt-4.1-mini",
                    MODEL);
        }
        URI address = address(url);
        String key = environment.apply(KEY);
        if (key != null && !isSafe(address)) {
            throw new ConfigException(
                    KEY + " would be sent unencrypted to another machine",
                    "write " + URL + " with https, or unset " + KEY + " where the model asks for none",
                    URL);
        }
        return new ModelEndpoint(address, model, key, time(environment.apply(TIMEOUT)));
    }

    private static Duration time(@Nullable String text) {
        if (text == null) {
            return Duration.ofSeconds(USUAL_SECONDS);
        }
        if (text.matches("[0-9]{1,4}")) {
            int seconds = Integer.parseInt(text);
            if (seconds >= 1 && seconds <= MAX_SECONDS) {
                return Duration.ofSeconds(seconds);
            }
        }
        throw new ConfigException(
                "is no number of seconds from 1 to " + MAX_SECONDS, "write it as 60, or unset it", TIMEOUT);
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url);
            String scheme = address.getScheme();
            if (scheme != null
                    && address.getHost() != null
                    && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null) {
                String path = address.getPath().replaceAll("/+$", "");
                return address.resolve(path.endsWith(PATH) ? path.substring(0, path.length() - PATH.length()) : path);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ConfigException(
                "is not the address of a model",
                "write it as http://localhost:11434/v1, without user, password or question mark; the key goes into "
                        + KEY,
                URL);
    }

    /** Whether what is sent there cannot be read on the way. */
    private static boolean isSafe(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return address.getScheme().equalsIgnoreCase("https")
                || host.equals("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
