package io.theforge.config.model;

/**
 * A name and the share of things that bear it. A plain list in the file gives every name the same share.
 *
 * @param share above 0; shares of one list add up to 1, to within 1e-9 (the reader normalises them)
 */
public record Share(String name, double share) {}
