package io.theforge.export.read;

import io.theforge.fingerprint.TableFingerprint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an export or a database.
 *
 * @param fingerprint of all rows of the seven tables; null where not all of them are there, or some could not be read
 * @param told the dataset's, as the export or the database has it on record; null for none
 * @param tables of those that could be read, by name
 * @param files how many were read or compared with their checksums
 * @param hasManifest whether there is one that the files were held against
 * @param isPartial whether the export is a part of the dataset, or has another layout
 * @param notes what else there is to know
 * @param problems what is wrong, the most telling first; empty where nothing is
 */
public record CheckedRows(
        @Nullable String fingerprint,
        @Nullable String told,
        Map<String, TableFingerprint> tables,
        int files,
        boolean hasManifest,
        boolean isPartial,
        List<String> notes,
        List<String> problems) {}
