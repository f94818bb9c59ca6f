package io.theforge.rag.server;

import io.theforge.cli.input.Environment;
import io.theforge.rag.Rag;
import io.theforge.rag.agent.Agent;
import io.theforge.rag.agent.DatasetReader;
import io.theforge.rag.agent.model.ModelSettings;
import io.theforge.rag.agent.plain.PlainAgent;
import io.theforge.server.rag.RagService;
import java.time.Clock;
import java.time.ZoneOffset;

/** What {@code forge serve --rag} finds. */
public final class IndexProgram implements RagService.Program {

    @Override
    public RagService open(RagService.Place place) {
        Environment environment = place.environment();
        Rag rag = Rag.open(place.database(), place.folder(), environment::get);
        Agent agent = agent(rag, new ServedTables(place.tables()), environment);
        return new IndexService(rag, new ChatService(agent, Clock.tickMillis(ZoneOffset.UTC), ChatService.TIME));
    }

    private static Agent agent(Rag rag, DatasetReader dataset, Environment environment) {
        Agent withModel = ModelSettings.agent(environment::get, rag, dataset);
        return withModel != null ? withModel : new PlainAgent(rag, dataset);
    }
}
