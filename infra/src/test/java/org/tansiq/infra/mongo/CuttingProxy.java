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
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import org.jspecify.annotations.Nullable;

/** Stands between driver and server: delays, drops, and cuts the connection around a write, when told or at random. */
public final class CuttingProxy implements AutoCloseable {
    enum Cut {
        /** The server never gets it. */
        BEFORE_THE_WRITE,
        /** The server has done it, and the driver is never told. */
        BEFORE_THE_REPLY,
        /** The server gets it after the driver has lost the connection and may have tried again. */
        LATE,
        /** It is lost, and the connection stays as if the server were slow. */
        DROPPED,
        /** It only takes its time. */
        DELAYED
    }

    private static final List<Cut> CUTS = List.of(Cut.values());
    private static final long LATE_MILLIS_MAX = 400;
    private static final long DELAY_MILLIS_MAX = 30;

    private static final String INSERT = "insert\0";

    private final ServerSocket listening;
    private final InetSocketAddress server;
    private final Queue<Cut> cuts = new ConcurrentLinkedQueue<>();
    private final Phaser late = new Phaser(1);
    private volatile Faults faults = new Faults(new Random(), 0);

    /** @param share of the writes that something happens to; of the reads, half of it */
    private record Faults(Random random, double share) {
        @Nullable
        Cut draw(byte[] message) {
            var likely = isWrite(message) ? share : share / 2;
            return random.nextDouble() < likely ? CUTS.get(random.nextInt(CUTS.size())) : null;
        }

        void pause(long millisMax) throws IOException {
            try {
                Thread.sleep(random.nextLong(millisMax));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    public CuttingProxy(InetSocketAddress server) throws IOException {
        this.server = server;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** In place of the hosts of another: this one alone, asked and answered in turns. */
    public String connectionString(String other) {
        var user = other.contains("@") ? other.substring("mongodb://".length(), other.indexOf('@') + 1) : "";
        return "mongodb://" + user + "127.0.0.1:" + listening.getLocalPort()
                + "/?directConnection=true&serverMonitoringMode=poll&socketTimeoutMS=200&serverSelectionTimeoutMS=2000";
    }

    String connectionString() {
        return "mongodb://127.0.0.1:" + listening.getLocalPort();
    }

    /** From now on, until it is told otherwise. */
    public void atRandom(Random random, double share) {
        faults = new Faults(random, share);
    }

    /** No more faults; returns when the server has all that was late. */
    public void heal() {
        faults = new Faults(new Random(), 0);
        late.arriveAndAwaitAdvance();
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
                var told = isInsert(request) ? cuts.poll() : null;
                var cut = told == null ? faults.draw(request) : told;
                if (cut == Cut.LATE) {
                    deliverLate(request);
                }
                if (cut == Cut.BEFORE_THE_WRITE || cut == Cut.LATE) {
                    return;
                }
                if (cut == Cut.DROPPED) {
                    // Whoever waits gives up in the end.
                    requests.read();
                    return;
                }
                if (cut == Cut.DELAYED) {
                    faults.pause(DELAY_MILLIS_MAX);
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

    private void deliverLate(byte[] request) {
        late.register();
        Thread.ofVirtual().start(() -> {
            try (var behind = new Socket(server.getAddress(), server.getPort())) {
                faults.pause(LATE_MILLIS_MAX);
                behind.getOutputStream().write(request);
                message(new DataInputStream(behind.getInputStream()));
            } catch (IOException closed) {
                // The server has gone.
            } finally {
                late.arriveAndDeregister();
            }
        });
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
        return begins(message, INSERT);
    }

    private static boolean isWrite(byte[] message) {
        return isInsert(message) || begins(message, "update\0") || begins(message, "delete\0");
    }

    private static boolean begins(byte[] message, String command) {
        return new String(message, 0, Math.min(message.length, 64), StandardCharsets.ISO_8859_1).contains(command);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
