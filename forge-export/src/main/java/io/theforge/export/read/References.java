package io.theforge.export.read;

/** What the ids of stores and products stand for. */
record References(Names stores, Names products) {}
