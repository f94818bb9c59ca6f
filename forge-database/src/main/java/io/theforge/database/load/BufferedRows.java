package io.theforge.database.load;

import io.theforge.plan.Plan;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of a small table, to be compared and written later. */
public final class BufferedRows implements RowWriter {
    private final List<Row> rows = new ArrayList<>();
    private List<Field> fields = new ArrayList<>();
    private long ordinal;

    private enum Kind {
        STORE,
        PRODUCT,
        TEXT,
        DATE,
        INTEGER,
        CENTS,
        BASIS_POINTS,
        REAL,
        BOOL,
        NOTHING
    }

    private record Field(Kind kind, long number, @Nullable String text) {}

    /** One row; two rows are equal when their fields are, whatever their ordinals. */
    public static final class Row {
        private final long ordinal;
        private final List<Field> fields;

        private Row(long ordinal, List<Field> fields) {
            this.ordinal = ordinal;
            this.fields = fields;
        }

        /** The date in a column, in days since 1970-01-01. @param column its place among the fields, from 0, no id counted */
        public int epochDay(int column) {
            return (int) fields.get(column).number;
        }

        /** Writes it as it came. */
        public void writeTo(RowWriter out) {
            out.startRow(ordinal);
            for (Field field : fields) {
                switch (field.kind) {
                    case STORE -> out.store((int) field.number);
                    case PRODUCT -> out.product((int) field.number);
                    case TEXT -> out.text(field.text);
                    case DATE -> out.date((int) field.number);
                    case INTEGER -> out.integer((int) field.number);
                    case CENTS -> out.cents(field.number);
                    case BASIS_POINTS -> out.basisPoints((int) field.number);
                    case REAL -> out.real(Double.longBitsToDouble(field.number));
                    case BOOL -> out.bool(field.number != 0);
                    case NOTHING -> out.nothing();
                }
            }
            out.endRow();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row that && fields.equals(that.fields);
        }

        @Override
        public int hashCode() {
            return fields.hashCode();
        }
    }

    /** The rows that a plan has for one of the small tables. */
    public static List<Row> of(Plan plan, Table table) {
        BufferedRows buffer = new BufferedRows();
        new TableRows(plan).write(table, buffer);
        return buffer.rows;
    }

    @Override
    public void startRow(long ordinal) {
        this.ordinal = ordinal;
        fields = new ArrayList<>();
    }

    private void add(Kind kind, long number) {
        fields.add(new Field(kind, number, null));
    }

    @Override
    public void store(int storeIndex) {
        add(Kind.STORE, storeIndex);
    }

    @Override
    public void product(int productIndex) {
        add(Kind.PRODUCT, productIndex);
    }

    @Override
    public void text(@Nullable String value) {
        fields.add(new Field(Kind.TEXT, 0, value));
    }

    @Override
    public void date(int epochDay) {
        add(Kind.DATE, epochDay);
    }

    @Override
    public void integer(int value) {
        add(Kind.INTEGER, value);
    }

    @Override
    public void cents(long cents) {
        add(Kind.CENTS, cents);
    }

    @Override
    public void real(double value) {
        add(Kind.REAL, Double.doubleToLongBits(value));
    }

    @Override
    public void basisPoints(int basisPoints) {
        add(Kind.BASIS_POINTS, basisPoints);
    }

    @Override
    public void bool(boolean value) {
        add(Kind.BOOL, value ? 1 : 0);
    }

    @Override
    public void nothing() {
        add(Kind.NOTHING, 0);
    }

    @Override
    public void endRow() {
        rows.add(new Row(ordinal, fields));
    }
}
