/**
 * HTTP: an {@link io.theforge.server.http.Endpoint} is declared once; {@link io.theforge.server.http.HttpServer} routes, reads and
 * answers by the declarations, and {@link io.theforge.server.http.OpenApi} writes them down. What goes wrong is a
 * {@link io.theforge.server.http.Problem}.
 */
@NullMarked
package io.theforge.server.http;

import org.jspecify.annotations.NullMarked;
