package io.theforge.rag.agent.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;

/** The way to the model for one answer: LangChain4j speaks, {@link ModelTransport} carries. */
final class ModelConnection {
    private final ModelEndpoint endpoint;
    private final ChatModel model;

    ModelConnection(java.net.http.HttpClient client, ModelEndpoint endpoint) {
        this.endpoint = endpoint;
        model = OpenAiChatModel.builder()
                .httpClientBuilder(new Carrier(new ModelTransport(client, endpoint)))
                .baseUrl(endpoint.base().toString())
                .modelName(endpoint.model())
                .maxRetries(0)
                .build();
    }

    /** @throws ModelException when it does not answer, or not as it should */
    ChatResponse chat(ChatRequest request) {
        ChatResponse response;
        try {
            response = model.chat(request);
        } catch (RuntimeException e) {
            throw known(e);
        }
        AiMessage said = response.aiMessage();
        if (said.text() == null && !said.hasToolExecutionRequests()) {
            throw nonsense();
        }
        return response;
    }

    /** Its own message may repeat what was sent or answered. */
    private ModelException known(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelException known) {
                return known;
            }
        }
        return nonsense();
    }

    private ModelException nonsense() {
        return endpoint.failure("its answer is no chat completion");
    }

    /** LangChain4j asks for a builder; there is nothing to be built. */
    private record Carrier(ModelTransport transport) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return transport.time();
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return transport.time();
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public ModelTransport build() {
            return transport;
        }
    }
}
