package io.theforge;

/** Which version of the Forge is running. */
public final class ForgeVersion {
    private ForgeVersion() {}

    /** Returns it as a release has it in its manifest, "0.1.0"; "development" for classes that are in no jar. */
    public static String text() {
        String version = ForgeVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
