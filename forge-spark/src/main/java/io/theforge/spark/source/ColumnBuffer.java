package io.theforge.spark.source;

import java.util.Arrays;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The values of a column in some rows, as primitives, where Spark reads them; it is filled anew for the next rows. Of the arrays, only
 * that of the column's type is there. Amounts and shares have at most 18 digits and are their unscaled number.
 */
final class ColumnBuffer extends ColumnVector {
    private int[] ints = {};
    private long[] longs = {};
    private double[] doubles = {};
    private boolean[] flags = {};
    private UTF8String[] texts = {};
    private boolean[] nulls = {};
    private int nullCount;

    ColumnBuffer(DataType type) {
        super(type);
    }

    /** Makes room for so many rows, and keeps what is there. */
    void reserve(int rows) {
        nulls = Arrays.copyOf(nulls, rows);
        if (type instanceof IntegerType || type instanceof DateType) {
            ints = Arrays.copyOf(ints, rows);
        } else if (type instanceof DecimalType) {
            longs = Arrays.copyOf(longs, rows);
        } else if (type instanceof DoubleType) {
            doubles = Arrays.copyOf(doubles, rows);
        } else if (type instanceof BooleanType) {
            flags = Arrays.copyOf(flags, rows);
        } else if (type instanceof StringType) {
            texts = Arrays.copyOf(texts, rows);
        } else {
            throw new IllegalArgumentException("no column of ours has the type " + type.simpleString());
        }
    }

    /** Forgets which values were NULL. */
    void clear() {
        if (nullCount > 0) {
            Arrays.fill(nulls, false);
            nullCount = 0;
        }
    }

    void putNull(int row) {
        nulls[row] = true;
        nullCount++;
    }

    void putInt(int row, int value) {
        ints[row] = value;
    }

    void putLong(int row, long value) {
        longs[row] = value;
    }

    void putDouble(int row, double value) {
        doubles[row] = value;
    }

    void putBoolean(int row, boolean value) {
        flags[row] = value;
    }

    void putText(int row, UTF8String value) {
        texts[row] = value;
    }

    @Override
    public boolean hasNull() {
        return nullCount > 0;
    }

    @Override
    public int numNulls() {
        return nullCount;
    }

    @Override
    public boolean isNullAt(int row) {
        return nullCount > 0 && nulls[row];
    }

    @Override
    public boolean getBoolean(int row) {
        return flags[row];
    }

    @Override
    public int getInt(int row) {
        return ints[row];
    }

    @Override
    public double getDouble(int row) {
        return doubles[row];
    }

    @Override
    public Decimal getDecimal(int row, int precision, int scale) {
        return Decimal.createUnsafe(longs[row], precision, scale);
    }

    @Override
    public UTF8String getUTF8String(int row) {
        return texts[row];
    }

    @Override
    public long getLong(int row) {
        return longs[row];
    }

    @Override
    public byte getByte(int row) {
        throw noSuchType();
    }

    @Override
    public short getShort(int row) {
        throw noSuchType();
    }

    @Override
    public float getFloat(int row) {
        throw noSuchType();
    }

    @Override
    public ColumnarArray getArray(int row) {
        throw noSuchType();
    }

    @Override
    public ColumnarMap getMap(int row) {
        throw noSuchType();
    }

    @Override
    public byte[] getBinary(int row) {
        throw noSuchType();
    }

    @Override
    public ColumnVector getChild(int place) {
        throw noSuchType();
    }

    private static UnsupportedOperationException noSuchType() {
        return new UnsupportedOperationException("no column of ours has this type");
    }

    @Override
    public void close() {
        // there is nothing but memory
    }
}
