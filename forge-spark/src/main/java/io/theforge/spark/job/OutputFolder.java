package io.theforge.spark.job;

import io.theforge.export.manifest.Croissant;
import io.theforge.export.manifest.Manifest;
import io.theforge.table.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;

/**
 * Where the job writes. While it does, a file says so; the last thing that comes is {@code _SUCCESS}. Nothing is moved at the end, which
 * would copy all bytes in an object store. What others have put there is never removed.
 */
final class OutputFolder {
    private static final String SUCCESS = "_SUCCESS";
    private static final String INCOMPLETE_TEXT =
            "The Forge is writing here, or was stopped while it did. --overwrite begins anew.\n";

    private static final Set<String> OURS = Stream.concat(
                    Arrays.stream(Table.values()).map(table -> place(table).split("/")[0]),
                    Stream.of(Manifest.FILE, Croissant.FILE, SUCCESS, Manifest.INCOMPLETE))
            .collect(Collectors.toUnmodifiableSet());

    private final FileSystem files;
    private final Path folder;

    private OutputFolder(FileSystem files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /**
     * Takes the folder for this job.
     *
     * @param overwrite whether an earlier output may go
     * @throws JobException where something is there that may not go
     */
    static OutputFolder claim(SparkSession spark, String uri, boolean overwrite) {
        try {
            Path folder = new Path(uri);
            OutputFolder output =
                    new OutputFolder(folder.getFileSystem(spark.sparkContext().hadoopConfiguration()), folder);
            List<String> earlier = output.mayGo(overwrite);
            output.mark(earlier);
            output.delete(earlier);
            return output;
        } catch (IOException | IllegalArgumentException e) {
            throw JobException.failed("--out " + uri + ": it cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /** Returns what is there, all of which may go. */
    private List<String> mayGo(boolean overwrite) throws IOException {
        List<String> there = names();
        if (there.isEmpty()) {
            return there;
        }
        boolean isWhole = there.contains(SUCCESS) && there.contains(Manifest.FILE);
        boolean isOurs = isWhole || there.contains(Manifest.INCOMPLETE);
        List<String> others = there.stream()
                .filter(name -> !isOurs || !OURS.contains(name))
                .limit(3)
                .toList();
        if (!others.isEmpty()) {
            throw JobException.refused("--out " + folder + ": there is something that this job did not write ("
                    + String.join(", ", others) + "); name another folder");
        }
        if (!overwrite) {
            throw JobException.refused("--out " + folder + ": there is "
                    + (isWhole
                            ? "an output of this job"
                            : "an output that is not whole: its job is at work, or was stopped")
                    + "; name another folder, or say --overwrite to replace it");
        }
        return there;
    }

    /** Returns what is in the folder, without the checksums that Hadoop keeps beside files. */
    private List<String> names() throws IOException {
        try {
            FileStatus status = files.getFileStatus(folder);
            if (!status.isDirectory()) {
                throw JobException.refused("--out " + folder + ": it is a file; name a folder");
            }
            return Arrays.stream(files.listStatus(folder))
                    .map(file -> file.getPath().getName())
                    .filter(name -> !name.endsWith(".crc"))
                    .sorted()
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    /** All but the mark, which says whose it is for as long as anything is there. */
    private void delete(List<String> names) throws IOException {
        for (String name : names) {
            if (!name.equals(Manifest.INCOMPLETE)) {
                delete(name);
            }
        }
    }

    private void delete(String name) throws IOException {
        Path path = new Path(folder, name);
        if (!files.delete(path, true) && files.exists(path)) {
            throw new IOException(path + " cannot be removed");
        }
    }

    private void mark(List<String> there) throws IOException {
        files.mkdirs(folder);
        try {
            if (!there.contains(Manifest.INCOMPLETE)) {
                write(Manifest.INCOMPLETE, INCOMPLETE_TEXT.getBytes(StandardCharsets.UTF_8));
            }
        } catch (FileAlreadyExistsException e) {
            throw JobException.refused("--out " + folder + ": another job has just begun to write there");
        }
    }

    /** Returns where a table lies in the folder; the answer key by itself, so that it can be kept from those who are to be judged. */
    static String place(Table table) {
        return table.group() == Table.Group.ANSWER_KEY ? "truth/" + table.sqlName() : table.sqlName();
    }

    /** Returns the address of a table's files. */
    String of(Table table) {
        return new Path(folder, place(table)).toString();
    }

    /** Returns the files that hold rows of a table, in the order of their names: those that Spark hides are none. */
    List<LocatedFileStatus> rowsOf(Table table) throws IOException {
        List<LocatedFileStatus> found = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> each = files.listFiles(new Path(of(table)), false);
        while (each.hasNext()) {
            LocatedFileStatus file = each.next();
            String name = file.getPath().getName();
            if (!name.startsWith("_") && !name.startsWith(".")) {
                found.add(file);
            }
        }
        found.sort((a, b) -> a.getPath().getName().compareTo(b.getPath().getName()));
        return found;
    }

    void write(String name, byte[] content) throws IOException {
        try (OutputStream out = files.create(new Path(folder, name), false)) {
            out.write(content);
        }
    }

    /** All is there. */
    void finish() throws IOException {
        write(SUCCESS, new byte[0]);
        delete(Manifest.INCOMPLETE);
    }

    /** Removes what was written, as far as that can still be done. */
    void abandon() {
        try {
            delete(names().stream().filter(OURS::contains).toList());
            delete(Manifest.INCOMPLETE);
        } catch (IOException e) {
            System.err.println("forge-spark: what was written could not be removed (" + e.getMessage() + ")");
        }
    }
}
