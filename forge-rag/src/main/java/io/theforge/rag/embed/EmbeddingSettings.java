package io.theforge.rag.embed;

import io.theforge.config.model.ConfigException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which model embeds: the one that is built in, or an endpoint that the environment names. */
public final class EmbeddingSettings {
    private static final String URL = "FORGE_EMBEDDING_URL";
    private static final String MODEL = "FORGE_EMBEDDING_MODEL";
    private static final String KEY = "FORGE_EMBEDDING_KEY";

    /** The variables that are asked for. */
    public static final List<String> VARIABLES = List.of(URL, MODEL, KEY);

    private EmbeddingSettings() {}

    /**
     * Returns what embeds. Nothing is loaded, and nobody asked, before there is something to embed.
     *
     * @param environment a variable's value by its name, null when it is not set
     * @throws ConfigException when the variables do not name an endpoint; the message repeats neither address nor key
     */
    public static Embedder embedder(UnaryOperator<@Nullable String> environment) {
        String url = environment.apply(URL);
        String model = environment.apply(MODEL);
        String key = environment.apply(KEY);
        if (url == null) {
            if (model != null || key != null) {
                throw new ConfigException(
                        (model != null ? MODEL : KEY) + " is set and " + URL + " is not",
                        "set " + URL + " to the endpoint, or unset the others for the model that is built in",
                        URL);
            }
            return new ModelInProcess();
        }
        if (model == null) {
            throw new ConfigException(
                    URL + " is set and " + MODEL + " is not", "name the model, such as text-embedding-3-small", MODEL);
        }
        return new EmbeddingEndpoint(address(url), model, key);
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url);
            String scheme = address.getScheme();
            String host = address.getHost();
            if (scheme != null
                    && host != null
                    && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    && address.getUserInfo() == null
                    && address.getQuery() == null) {
                String path = address.getPath() == null ? "" : address.getPath().replaceAll("/+$", "");
                return address.resolve((path.endsWith("/embeddings") ? path : path + "/embeddings"));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ConfigException(
                URL + " is not the address of an endpoint",
                "write it as http://localhost:11434/v1, without user, password or question mark; the key goes into "
                        + KEY,
                URL);
    }
}
