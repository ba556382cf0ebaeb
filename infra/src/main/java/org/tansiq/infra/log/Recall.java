package org.tansiq.infra.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What sourcing has found in the log before, so that the log is asked once for what a boundary was before the tail. An
 * event never changes and none is added behind the head, so nothing here ever becomes false, unless a text in it is
 * erased; then all is forgotten. Otherwise what was not used for longest goes first. Safe from any thread.
 */
final class Recall {
    private static final long SELECTION_HEAP_BYTES = 1_000;
    private static final long MESSAGE_HEAP_BYTES = 1_000;
    /** Of what may be kept, the part that a single selection may take. */
    private static final int SHARES = 16;

    /** All that is selected before {@code upTo}, in order. */
    record Found(long upTo, List<EventMessage> messages) {
        Found {
            messages = List.copyOf(messages);
        }

        /** A guess, on the high side. */
        private long heapBytes() {
            var bytes = SELECTION_HEAP_BYTES;
            for (var message : messages) {
                bytes += MESSAGE_HEAP_BYTES + (message.payload() instanceof byte[] json ? 3L * json.length : 0);
            }
            return bytes;
        }
    }

    private static final class Generation {
        private final Map<Selection, Found> found = new ConcurrentHashMap<>();
        private final AtomicLong heapBytes = new AtomicLong();
    }

    private final long heapBytesMax;
    private volatile Generation young = new Generation();
    private volatile Generation old = new Generation();

    /** @param heapBytesMax about how much heap it may take */
    Recall(long heapBytesMax) {
        this.heapBytesMax = heapBytesMax;
    }

    /** What is known, if it does not reach behind {@code to}. */
    @Nullable
    Found find(Selection selection, long to) {
        var found = young.found.get(selection);
        if (found == null) {
            found = old.found.get(selection);
            if (found != null) {
                remember(selection, found);
            }
        }
        return found == null || found.upTo() > to ? null : found;
    }

    void remember(Selection selection, Found found) {
        var bytes = found.heapBytes();
        if (bytes > heapBytesMax / SHARES) {
            return;
        }
        // What is replaced is counted until its generation goes: on the safe side.
        var generation = young;
        generation.found.put(selection, found);
        if (generation.heapBytes.addAndGet(bytes) > heapBytesMax / 2) {
            growOld(generation);
        }
    }

    synchronized void forget() {
        old = new Generation();
        young = new Generation();
    }

    private synchronized void growOld(Generation full) {
        if (young == full) {
            old = full;
            young = new Generation();
        }
    }
}
