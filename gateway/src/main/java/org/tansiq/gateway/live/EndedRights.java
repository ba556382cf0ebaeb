package org.tansiq.gateway.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tansiq.gateway.shared.OpenedWith;
import org.tansiq.gateway.shared.StillValid;

/** Closes the sockets of this node whose token or session has ended, wherever it was ended: each is asked about every second. */
@Component
class EndedRights implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EndedRights.class);
    static final Duration EVERY = Duration.ofSeconds(1);

    private final OpenSockets sockets;
    private final List<StillValid> judges;
    private volatile @Nullable Thread thread;

    EndedRights(OpenSockets sockets, List<StillValid> judges) {
        this.sockets = sockets;
        this.judges = List.copyOf(judges);
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("live-rights").start(this::run);
    }

    @Override
    public void stop() {
        var asking = thread;
        thread = null;
        if (asking != null) {
            LockSupport.unpark(asking);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        do {
            LockSupport.parkNanos(this, EVERY.toNanos());
            try {
                closeEnded();
            } catch (RuntimeException failure) {
                LOG.warn("Whether sockets may stay open could not be asked and will be again: {}", failure.toString());
            }
        } while (thread != null);
    }

    private void closeEnded() {
        var known = new HashMap<OpenedWith, Boolean>(); // many sockets are opened with the same
        for (Map.Entry<String, OpenedWith> socket : sockets.opened().entrySet()) {
            if (!known.computeIfAbsent(socket.getValue(), this::stillValid)) {
                sockets.close(socket.getKey());
            }
        }
    }

    private boolean stillValid(OpenedWith opened) {
        return judges.stream().allMatch(judge -> judge.stillValid(opened));
    }
}
