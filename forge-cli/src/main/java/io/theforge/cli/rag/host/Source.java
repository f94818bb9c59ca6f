package io.theforge.cli.rag.host;

/** A document in the index. @param hash of its content; empty where the host does not tell */
public record Source(String id, String path, String hash, int chunks) {}
