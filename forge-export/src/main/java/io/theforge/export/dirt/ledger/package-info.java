/** What was spoiled, one line each: {@link io.theforge.export.dirt.ledger.LedgerReader} reads it, an export writes it. */
@NullMarked
package io.theforge.export.dirt.ledger;

import org.jspecify.annotations.NullMarked;
