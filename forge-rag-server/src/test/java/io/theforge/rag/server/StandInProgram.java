package io.theforge.rag.server;

import io.theforge.rag.Rag;
import io.theforge.rag.agent.Agent;
import io.theforge.server.rag.RagService;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Found before the real program, and is the real one unless a test has put an agent in. */
public final class StandInProgram implements RagService.Program {
    private static volatile @Nullable StandIn standIn;

    record StandIn(Agent agent, Clock clock, Duration time) {}

    static void put(@Nullable StandIn next) {
        standIn = next;
    }

    @Override
    public RagService open(RagService.Place place) {
        StandIn now = standIn;
        return now == null
                ? new IndexProgram().open(place)
                : new IndexService(
                        Rag.open(place.database(), place.folder(), place.environment()::get),
                        new ChatService(now.agent(), now.clock(), now.time()));
    }
}
