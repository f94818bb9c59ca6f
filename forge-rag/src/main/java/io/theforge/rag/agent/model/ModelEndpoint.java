package io.theforge.rag.agent.model;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a language model is asked, as OpenAI's chat completions are.
 *
 * @param base without {@code /chat/completions}
 * @param key sent there, and told to nobody
 * @param time for a whole answer, with all that is looked up for it
 */
record ModelEndpoint(URI base, String model, @Nullable String key, Duration time) {

    /** Returns a failure of it in one sentence. */
    ModelException failure(String what) {
        return failure(
                what,
                "see FORGE_LLM_URL, FORGE_LLM_MODEL and FORGE_LLM_KEY, or unset them for the agent without a model");
    }

    ModelException failure(String what, String remedy) {
        return new ModelException("the language model at " + base.getHost() + " cannot be used: " + what, remedy);
    }

    /** Returns a text without the key: a model, or who stands before it, may repeat what it was sent. */
    String masked(String text) {
        return key == null ? text : text.replace(key, "***");
    }

    @Override
    public String toString() {
        return model + " at " + base;
    }
}
