/**
 * The name of a dataset, {@link DatasetFingerprint}: computed by {@link FingerprintWriter} while rows are made, and again from a database
 * or an export.
 */
@NullMarked
package io.theforge.fingerprint;

import org.jspecify.annotations.NullMarked;
