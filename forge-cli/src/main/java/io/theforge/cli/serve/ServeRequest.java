package io.theforge.cli.serve;

import io.theforge.cli.command.Context;
import io.theforge.database.DatabaseUrl;

/**
 * What is to be served.
 *
 * @param host the address to listen on, as it was given
 * @param port 0 for any that is free
 * @param rag whether documents can be indexed and found, too
 * @param open whether the page is to be opened in a browser
 */
public record ServeRequest(Context context, DatabaseUrl database, String host, int port, boolean rag, boolean open) {}
