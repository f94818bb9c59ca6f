package io.theforge.database.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between client and server and cuts both lines after so many bytes, counted both ways. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket entrance;
    private final int serverPort;
    private final AtomicLong left;
    private final long given;

    CuttingProxy(int serverPort, long bytes) throws IOException {
        this.serverPort = serverPort;
        given = bytes;
        left = new AtomicLong(bytes);
        entrance = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        daemon(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Bytes that have passed. */
    long passed() {
        return given - left.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket server = new Socket("localhost", serverPort);
                daemon(() -> pass(client, server));
                daemon(() -> pass(server, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                long before = left.getAndAdd(-n);
                out.write(bytes, 0, (int) Math.max(0, Math.min(n, before)));
                if (before < n) {
                    return;
                }
            }
        } catch (IOException e) {
            // cut from the other side
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
