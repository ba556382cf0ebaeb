package org.tansiq.infra.mongo;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands between driver and server, and cuts the connection around an insert. */
final class CuttingProxy implements AutoCloseable {
    enum Cut {
        /** The server never gets it. */
        BEFORE_THE_WRITE,
        /** The server has done it, and the driver is never told. */
        BEFORE_THE_REPLY
    }

    private static final String INSERT = "insert\0";

    private final ServerSocket listening;
    private final InetSocketAddress server;
    private final Queue<Cut> cuts = new ConcurrentLinkedQueue<>();

    CuttingProxy(InetSocketAddress server) throws IOException {
        this.server = server;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String connectionString() {
        return "mongodb://127.0.0.1:" + listening.getLocalPort();
    }

    /** Cuts at the next insert; called again, at the one after it. */
    void cut(Cut cut) {
        cuts.add(cut);
    }

    boolean hasCutAll() {
        return cuts.isEmpty();
    }

    private void accept() {
        try {
            while (true) {
                var driver = listening.accept();
                Thread.ofVirtual().start(() -> serve(driver));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** One message, one reply, in turns: a driver waits for the answer on each connection. */
    private void serve(Socket driver) {
        try (driver;
                var behind = new Socket(server.getAddress(), server.getPort())) {
            var requests = new DataInputStream(driver.getInputStream());
            var replies = new DataInputStream(behind.getInputStream());
            while (true) {
                var request = message(requests);
                var cut = isInsert(request) ? cuts.poll() : null;
                if (cut == Cut.BEFORE_THE_WRITE) {
                    return;
                }
                behind.getOutputStream().write(request);
                var reply = message(replies);
                if (cut == Cut.BEFORE_THE_REPLY) {
                    return;
                }
                driver.getOutputStream().write(reply);
            }
        } catch (IOException closed) {
            // Either side has gone.
        }
    }

    /** A message begins with its length, least significant byte first. */
    private static byte[] message(DataInputStream in) throws IOException {
        var head = readExactly(in, Integer.BYTES);
        var length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        var message = Arrays.copyOf(head, length);
        in.readFully(message, Integer.BYTES, length - Integer.BYTES);
        return message;
    }

    private static byte[] readExactly(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("closed");
        }
        return bytes;
    }

    private static boolean isInsert(byte[] message) {
        var start = new String(message, 0, Math.min(message.length, 64), StandardCharsets.ISO_8859_1);
        return start.contains(INSERT);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
