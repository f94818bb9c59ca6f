package io.theforge.server.http;

import jakarta.servlet.http.HttpServletRequest;

/** Who is let in. */
public interface Guard {

    /** Refuses what comes from elsewhere: asked for every request, also where there is nothing. @throws ProblemException */
    void checkOrigin(HttpServletRequest request, Access access);

    /** Refuses those who may not. @throws ProblemException */
    void checkToken(HttpServletRequest request, Access access);
}
