package io.theforge.export.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file that is being written: bytes are counted and hashed on the way. */
final class ExportFile implements ByteFile {
    private final @Nullable ExportFolder folder;
    private final String path;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private long written;

    /** @param folder counts it among its files; null for a file that tells about them */
    ExportFile(@Nullable ExportFolder folder, String path, Path place) throws IOException {
        this.folder = folder;
        this.path = path;
        channel = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        digest.update(bytes, 0, length);
        written += length;
    }

    /** It is on the disk then. */
    @Override
    public long finish() throws IOException {
        channel.force(true);
        close();
        if (folder != null) {
            folder.add(path, written, hex(digest));
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
