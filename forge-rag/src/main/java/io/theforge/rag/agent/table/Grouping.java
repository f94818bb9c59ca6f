package io.theforge.rag.agent.table;

/** By what figures are told one by one. */
public enum Grouping {
    STORE("t.\"code\"", "t.\"name\""),
    REGION("t.\"region\"", "t.\"region\""),
    PRODUCT("p.\"sku\"", "p.\"name\""),
    CATEGORY("p.\"category\"", "p.\"category\""),
    /** Keys "2024-03". */
    MONTH("c.\"year\" * 100 + c.\"month\"", "c.\"year\" * 100 + c.\"month\"");

    private final String key;
    private final String name;

    Grouping(String key, String name) {
        this.key = key;
        this.name = name;
    }

    String key() {
        return key;
    }

    String label() {
        return name;
    }
}
