package io.theforge.rag.embed;

import com.fasterxml.jackson.databind.JsonNode;

/** Vectors out of JSON. */
final class Vectors {
    private static final float[] NONE = {};

    private Vectors() {}

    /** Returns a list of numbers as a vector of length 1; an empty one where it is no such list, or all of it is 0. */
    static float[] of(JsonNode list) {
        float[] vector = new float[list.isArray() ? list.size() : 0];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            if (!list.get(i).isNumber()) {
                return NONE;
            }
            vector[i] = list.get(i).floatValue();
            squares += (double) vector[i] * vector[i];
        }
        if (!(squares > 0) || Double.isInfinite(squares)) {
            return NONE;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }
}
