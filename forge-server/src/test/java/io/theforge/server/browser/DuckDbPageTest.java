package io.theforge.server.browser;

/** A file. */
class DuckDbPageTest extends PageContract {

    @Override
    String url() {
        return "duckdb:shop.duckdb";
    }

    @Override
    String name() {
        return "shop.duckdb";
    }
}
