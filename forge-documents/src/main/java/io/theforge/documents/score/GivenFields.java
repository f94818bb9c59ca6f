package io.theforge.documents.score;

/** Which fields any line of the answers has. */
record GivenFields(boolean answer, boolean retrieved, boolean citations) {
    /** No line at all is an answer to none, not a stack that only retrieves. */
    static final GivenFields NONE = new GivenFields(false, false, false);

    GivenFields with(Answer answer) {
        return new GivenFields(
                this.answer || answer.hasAnswer(),
                retrieved || answer.retrieved() != null,
                citations || answer.citations() != null);
    }
}
