package io.theforge.spark.source;

import io.theforge.config.ConfigFile;
import io.theforge.config.ConfigReader;
import io.theforge.config.model.ConfigException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** A configuration that is given as text, or by the address of a file that the driver can read. */
public final class ConfigText {
    private static final String NAME = "config";
    private static final String HADOOP = "spark.hadoop.";

    /** As in {@code dbfs:/shop}: in YAML a blank follows the colon. */
    private static final Pattern URI = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:/");

    private ConfigText() {}

    /**
     * Returns what a configuration says.
     *
     * @param textOrAddress YAML, or the address of a file on any file system that Spark knows: one line that says nothing of a key
     * @throws ConfigException naming line and column of the first thing that is wrong
     */
    public static ConfigFile read(String textOrAddress) {
        String line = textOrAddress.strip();
        return isAddress(line) ? load(line) : ConfigReader.parse(textOrAddress, NAME);
    }

    /** A name, a path or a URI; of YAML in one line, each key is followed by a colon. */
    private static boolean isAddress(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return !line.isEmpty()
                && !line.contains("\n")
                && !line.startsWith("{")
                && (!line.contains(":")
                        || URI.matcher(line).find()
                        || lower.endsWith(".yaml")
                        || lower.endsWith(".yml"));
    }

    private static ConfigFile load(String address) {
        Configuration hadoop = hadoop();
        try {
            Path path = new Path(address);
            FileSystem files = path.getFileSystem(hadoop);
            if (files.getFileStatus(path).isDirectory()) {
                throw new ConfigException("it is a folder", "give the file in it", address);
            }
            try (InputStream in = files.open(path)) {
                return ConfigReader.read(in, address);
            }
        } catch (FileNotFoundException e) {
            throw new ConfigException(
                    "there is no such file", "give an address that the driver can read, or the text itself", address);
        } catch (ConfigException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // What a file system throws is its own affair: one that is not on the classpath is a RuntimeException
            String firstLine =
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ConfigException(
                    "it cannot be read (" + firstLine + ")",
                    "check the address, and that the driver may read it",
                    address);
        }
    }

    /** The job asks before it starts Spark, whose settings are then those of the JVM. */
    private static Configuration hadoop() {
        Option<SparkSession> spark = SparkSession.getActiveSession().orElse(SparkSession::getDefaultSession);
        if (spark.isDefined()) {
            return spark.get().sparkContext().hadoopConfiguration();
        }
        Configuration hadoop = new Configuration();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(HADOOP))
                .forEach(name -> hadoop.set(name.substring(HADOOP.length()), System.getProperty(name, "")));
        return hadoop;
    }

    /**
     * Asks whether a scenario fits the file beside it.
     *
     * @throws ConfigException where the file names another one
     */
    public static void checkScenario(@Nullable ConfigFile file, @Nullable String scenario) {
        String ofFile = file == null ? null : file.scenario();
        if (ofFile != null && scenario != null && !Objects.equals(ofFile, scenario)) {
            throw new ConfigException(
                    "the configuration says scenario " + ofFile + ", and scenario " + scenario + " is asked for",
                    "name the scenario in one place",
                    "scenario");
        }
    }
}
