/** What tests get: {@link io.theforge.junit.ForgeDataset}, a filled database for whoever asks for one. */
@NullMarked
package io.theforge.junit;

import org.jspecify.annotations.NullMarked;
