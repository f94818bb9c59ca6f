package io.theforge.server.dataset;

import io.theforge.server.http.Problem;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** Work that takes a while is done for a few at once, and a few more may wait: so many that threads are left for everybody else. */
public final class Turns {
    private final Semaphore places;
    private final Semaphore turns;

    public Turns(int atOnce, int waiting) {
        places = new Semaphore(atOnce + waiting);
        turns = new Semaphore(atOnce, true);
    }

    /** @throws io.theforge.server.http.ProblemException when too many wait already */
    public <T> T run(Callable<T> work) throws Exception {
        enter();
        try {
            turns.acquire();
            try {
                return work.call();
            } finally {
                turns.release();
            }
        } finally {
            leave();
        }
    }

    /** Takes a place without waiting for a turn, until {@link #leave}. */
    void enter() {
        if (!places.tryAcquire()) {
            throw Problem.of(503, "busy", "others have asked for this, and it takes a while", "try again later")
                    .asException();
        }
    }

    void leave() {
        places.release();
    }
}
