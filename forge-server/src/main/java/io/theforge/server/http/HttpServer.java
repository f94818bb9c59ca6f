package io.theforge.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.theforge.cli.result.OutputException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Javalin on Jetty, with the limits and headers that every answer has. */
public final class HttpServer implements AutoCloseable {
    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 4;
    private static final int IDLE_MILLIS = 60_000;
    private static final int STOP_MILLIS = 300;
    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final int WAITING_CONNECTIONS = 256;
    private final Javalin javalin;
    private final Dispatcher dispatcher;

    private HttpServer(Javalin javalin, Dispatcher dispatcher) {
        this.javalin = javalin;
        this.dispatcher = dispatcher;
    }

    /**
     * Makes it listen; nothing is answered before {@link #serve}.
     *
     * @param port 0 for any that is free
     * @throws OutputException when it cannot listen there
     */
    public static HttpServer listen(String host, int port, Limits limits, Traffic traffic) {
        Dispatcher dispatcher = new Dispatcher(limits, traffic);
        Javalin javalin = Javalin.create(config -> configure(config, host, port, limits, dispatcher));
        try {
            return new HttpServer(javalin.start(), dispatcher);
        } catch (RuntimeException e) {
            throw new OutputException(
                    e instanceof JavalinBindException
                                    && String.valueOf(e.getMessage()).startsWith("Port already")
                            ? "port " + port + " of " + host + " is taken"
                            : "cannot listen on " + host + ", port " + port + ": " + root(e),
                    "name another with --port or --host; --port 0 takes any that is free");
        }
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static void configure(JavalinConfig config, String host, int port, Limits limits, Dispatcher dispatcher) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_MILLIS);
        threads.setName("http");
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(MAX_HEADER_BYTES));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyProblems());
            // who waits for an operation that ends with the server hears so
            server.setHandler(new GracefulHandler());
            server.setStopTimeout(STOP_MILLIS);
            server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        });
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(new JettyProblems());
            context.addFilter(withoutWebSockets(dispatcher), "/*", EnumSet.of(DispatcherType.REQUEST));
        });
        config.jetty.addConnector((server, http) -> connector(server, http, host, port, limits));
        // one handler for everything: what there is to ask for is declared by endpoints
        dispatcher.takeAll(config.routes);
    }

    private static FilterHolder withoutWebSockets(Dispatcher dispatcher) {
        FilterHolder holder = new FilterHolder((request, response, chain) -> {
            if (request instanceof HttpServletRequest asked
                    && response instanceof HttpServletResponse answer
                    && Dispatcher.isWebSocket(asked)) {
                dispatcher.refuseWebSocket(asked, answer);
            } else {
                chain.doFilter(request, response);
            }
        });
        holder.setAsyncSupported(true);
        return holder;
    }

    private static Connector connector(Server server, HttpConfiguration http, String host, int port, Limits limits) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        return connector;
    }

    public int port() {
        return javalin.port();
    }

    /** From here on it answers. */
    public void serve(List<Endpoint> endpoints, Guard guard) {
        dispatcher.serve(endpoints, guard);
    }

    /** From here on everything is answered by 503: the server is ending. */
    public void refuseAll() {
        dispatcher.refuseAll();
    }

    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (RuntimeException e) {
            // who is connected still has been waited for long enough; it has stopped all the same
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
        }
    }
}
