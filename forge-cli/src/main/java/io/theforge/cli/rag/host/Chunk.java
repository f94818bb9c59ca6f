package io.theforge.cli.rag.host;

/** A piece of a document that was found. */
public record Chunk(String id, String sourcePath, String content) {}
