package org.tansiq.infra.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Where many commands contend for one boundary they go through a lane, one after the other, instead of against each
 * other. A lane comes to be when a command loses a race, and is gone when nobody is in it. It only saves work: what may
 * be stored is decided by the appender, whoever comes on whatever way.
 */
final class Lanes {
    private final int waitingMax;
    private final Map<Set<Tag>, Lane> lanes = new HashMap<>();
    private final Set<String> holders = new HashSet<>();
    private int waiting;
    private volatile boolean isEmpty = true;

    /** The first of {@code others} follows when {@code holder} has left. */
    private record Lane(String holder, Deque<Waiting> others) {}

    private record Waiting(String command, CompletableFuture<Void> turn) {}

    /** @param waitingMax commits that may wait in all lanes together */
    Lanes(int waitingMax) {
        this.waitingMax = waitingMax;
    }

    boolean isEmpty() {
        return isEmpty;
    }

    /** Whether others take turns at the boundary, and this command has no turn anywhere. */
    synchronized boolean isBusy(Set<Tag> boundary, String command) {
        return lanes.containsKey(boundary) && !holders.contains(command);
    }

    /**
     * Queues for the lane; whoever's turn it is has to {@linkplain #leave leave} in the end, whatever happens.
     *
     * @param command its message's identifier
     * @return fails with {@link Overloaded} when too many wait
     */
    synchronized CompletableFuture<Void> enter(Set<Tag> boundary, String command) {
        var lane = lanes.get(boundary);
        if (lane == null) {
            lanes.put(boundary, new Lane(command, new ArrayDeque<>()));
            holders.add(command);
            isEmpty = false;
            return CompletableFuture.completedFuture(null);
        }
        if (waiting == waitingMax) {
            return CompletableFuture.failedFuture(new Overloaded(waitingMax));
        }
        waiting++;
        var turn = new CompletableFuture<Void>();
        lane.others().add(new Waiting(command, turn));
        return turn;
    }

    synchronized void leave(Set<Tag> boundary) {
        var lane = lanes.get(boundary);
        if (lane == null) {
            throw new IllegalStateException("Nobody is in the lane of " + boundary);
        }
        holders.remove(lane.holder());
        var next = lane.others().poll();
        if (next == null) {
            lanes.remove(boundary);
            isEmpty = lanes.isEmpty();
        } else {
            waiting--;
            holders.add(next.command());
            lanes.put(boundary, new Lane(next.command(), lane.others()));
            // On a thread of its own: whoever leaves has an answer to bring home.
            Thread.ofVirtual().name("command-turn").start(() -> next.turn().complete(null));
        }
    }
}
