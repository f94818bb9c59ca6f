package io.theforge.rag.agent;

import java.util.Map;

/** Something that was looked up for an answer. @param result what came of it, in few words */
public record ToolCall(String name, Map<String, Object> arguments, String result) {}
