package io.theforge.rag.agent.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.theforge.rag.agent.Agent;
import io.theforge.rag.agent.AgentReply;
import io.theforge.rag.store.Passage;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lets a language model answer. It is shown passages, may look up more and ask the tables, a few times; what it cites is checked, and an
 * answer that rests on nothing is not shown.
 */
final class ModelAgent implements Agent {
    private static final int MAX_ROUNDS = 6;
    private static final int MAX_CALLS_OF_A_ROUND = 8;
    private static final int MAX_TOKENS = 60_000;
    private static final int MAX_ANSWER_CHARACTERS = 20_000;
    private static final int EARLIER_TURNS = 6;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ModelEndpoint endpoint;
    private final Function<String, List<Passage>> search;
    private final List<Tool> tools;
    private final List<ToolSpecification> forms;

    /** @param search finds the passages for some words, the best first */
    ModelAgent(ModelEndpoint endpoint, Function<String, List<Passage>> search, List<Tool> tools) {
        this.endpoint = endpoint;
        this.search = search;
        this.tools = tools;
        forms = Stream.concat(Stream.of(Prompt.SEARCH_FORM), tools.stream().map(Tool::form))
                .toList();
    }

    @Override
    public AgentReply reply(List<Turn> earlier, String message) {
        ModelConnection connection = new ModelConnection(client, endpoint);
        LookUps lookUps = new LookUps(endpoint, search, tools);
        List<ChatMessage> messages = begun(earlier, message, lookUps);
        long tokens = 0;
        for (int round = 1; ; round++) {
            boolean isLast = round == MAX_ROUNDS || tokens > MAX_TOKENS;
            if (isLast) {
                messages.add(UserMessage.from(Prompt.ANSWER_NOW));
            }
            ChatResponse response = connection.chat(ChatRequest.builder()
                    .messages(messages)
                    .toolSpecifications(isLast ? List.of() : forms)
                    .build());
            tokens += tokens(response);
            AiMessage said = response.aiMessage();
            if (!said.hasToolExecutionRequests()) {
                return Reply.of(answer(said), lookUps, tokens);
            }
            if (isLast) {
                throw endpoint.failure(
                        "it goes on asking for tools and does not answer",
                        "ask for less at a time, or name another model in FORGE_LLM_MODEL");
            }
            messages.add(said);
            lookUp(said.toolExecutionRequests(), lookUps, messages);
        }
    }

    private static List<ChatMessage> begun(List<Turn> earlier, String message, LookUps lookUps) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(Prompt.system(lookUps.findings())));
        for (Turn turn : earlier.subList(Math.max(0, earlier.size() - EARLIER_TURNS), earlier.size())) {
            messages.add(UserMessage.from(turn.message()));
            messages.add(AiMessage.from(turn.reply()));
        }
        messages.add(UserMessage.from(message + "\n\n" + lookUps.search(message)));
        return messages;
    }

    private static void lookUp(List<ToolExecutionRequest> wanted, LookUps lookUps, List<ChatMessage> messages) {
        for (int i = 0; i < wanted.size(); i++) {
            ToolExecutionRequest request = wanted.get(i);
            messages.add(ToolExecutionResultMessage.from(
                    request,
                    i < MAX_CALLS_OF_A_ROUND
                            ? lookUps.run(request)
                            : "Not done: at most " + MAX_CALLS_OF_A_ROUND + " calls at once."));
        }
    }

    private String answer(AiMessage said) {
        // some models think aloud
        String text = endpoint.masked(
                said.text().replaceFirst("(?s)^\\s*<think>.*?</think>", "").strip());
        if (text.isEmpty() || text.length() > MAX_ANSWER_CHARACTERS) {
            throw endpoint.failure(
                    text.isEmpty()
                            ? "its answer is empty"
                            : "its answer has more than " + MAX_ANSWER_CHARACTERS + " characters");
        }
        return text;
    }

    /** As it says; nothing where it says nothing sensible. */
    private static int tokens(ChatResponse response) {
        Integer total =
                response.tokenUsage() == null ? null : response.tokenUsage().totalTokenCount();
        return total == null ? 0 : Math.max(0, total);
    }
}
