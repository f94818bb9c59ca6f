package io.theforge.database.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class AheadTest {
    private final CountDownLatch gate = new CountDownLatch(1);

    private Ahead<String> waiting() {
        return Ahead.begin("test-ahead", () -> {
            gate.await();
            return "done";
        });
    }

    static Stream<Throwable> failures() {
        return Stream.of(new SQLException("no"), new IllegalStateException("no"), new AssertionError("no"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whoComesForItHearsTheVeryFailure(Throwable failure) {
        Ahead<String> ahead = Ahead.begin("test-ahead", () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        });

        assertThatThrownBy(ahead::get).isSameAs(failure);
        ahead.awaitEnd();
    }

    @Test
    void whoIsInterruptedWhileWaitingGoesOnAtOnceAndTheWorkToo() throws SQLException {
        Ahead<String> ahead = waiting();

        Thread.currentThread().interrupt();
        assertThatThrownBy(ahead::get).isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).as("is kept").isTrue();
        gate.countDown();
        assertThat(ahead.get()).isEqualTo("done");
    }

    @Test
    void itsEndIsAwaitedInSpiteOfAnInterruption() throws SQLException {
        Ahead<String> ahead = waiting();
        Thread opener = new Thread(gate::countDown);

        Thread.currentThread().interrupt();
        opener.start();
        ahead.awaitEnd();

        assertThat(Thread.interrupted()).as("is kept").isTrue();
        assertThat(ahead.get()).isEqualTo("done");
    }

    @Test
    void whatNobodyComesForIsHandedOverWheneverItIsThere() {
        List<String> handed = new ArrayList<>();
        Ahead<String> ahead = waiting();

        ahead.whenThere(handed::add);
        assertThat(handed).isEmpty();
        gate.countDown();
        ahead.awaitEnd();
        ahead.whenThere(handed::add);

        assertThat(handed).contains("done");
    }
}
