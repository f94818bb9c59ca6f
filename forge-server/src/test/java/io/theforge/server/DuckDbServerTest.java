package io.theforge.server;

/** A file. */
class DuckDbServerTest extends ReadContract {

    @Override
    String url() {
        return "duckdb:shop.duckdb";
    }

    @Override
    String name() {
        return "shop.duckdb";
    }
}
