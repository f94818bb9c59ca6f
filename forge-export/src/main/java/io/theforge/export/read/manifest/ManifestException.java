package io.theforge.export.read.manifest;

/** A manifest that is none, or that cannot be read. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ManifestException(String message) {
        super(message);
    }
}
