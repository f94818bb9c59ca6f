package io.theforge.server.rag;

import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;

/** Holds conversations about documents and tables. */
public interface AgentService {

    /** Begins a conversation. */
    Answer open(Call call);

    /** Tells how a conversation stands. */
    Answer session(Call call);

    /** Answers a message. */
    Answer chat(Call call) throws Exception;

    /** Ends a conversation. */
    Answer end(Call call);

    /** Returns how many conversations are under way. */
    int sessions();
}
