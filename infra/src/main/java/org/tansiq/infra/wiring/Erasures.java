package org.tansiq.infra.wiring;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.eventstreaming.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tansiq.domain.members.ErasePerson;
import org.tansiq.domain.members.PersonErased;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.Selection;

/**
 * Sees to it that what erased persons wrote is gone: their key at once, and on every node what was opened with it. Log and
 * rows hold nothing that could be read without. Whoever starts after a crash destroys what the log says to be erased.
 */
public final class Erasures implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final Selection ALL = Selection.tagged(new Tag(Tags.ERASURES, PersonErased.ALL));
    private static final long PAUSE_MILLIS = 250;

    private final LogEventStorageEngine log;
    private final AuthorKeys keys;
    private final Commands commands;
    private final boolean shared;
    private final Set<PersonId> erased = ConcurrentHashMap.newKeySet();
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().daemon().name("erasing").unstarted(this::run);
    /** Position of the next event to look at. */
    private long next;

    private volatile boolean closed;

    /** @param shared whether other nodes may be at work on the same log */
    Erasures(LogEventStorageEngine log, AuthorKeys keys, Commands commands, boolean shared) {
        this.log = log;
        this.keys = keys;
        this.commands = commands;
        this.shared = shared;
    }

    /**
     * Erases a person for good. When this returns, what they wrote can be read nowhere: not in the log nor any copy of it,
     * and in no row. Other nodes forget within a second what they have in memory.
     *
     * @param by who gives the command; the person, or somebody who may for them
     */
    public Receipt erase(PersonId person, Actor by, Instant at) {
        keys.announce(person.value());
        var receipt = commands.carryOut(new ErasePerson(person, at), by, null);
        look();
        return receipt;
    }

    public boolean isErased(PersonId person) {
        return erased.contains(person);
    }

    /** All of them. */
    public Set<PersonId> erased() {
        return Set.copyOf(erased);
    }

    /** Before anything is opened. */
    void prepare() {
        look();
        if (!shared) {
            for (var person : keys.announced()) {
                if (!erased.contains(new PersonId(person))) {
                    // The command did not come to be.
                    keys.takeBack(person);
                }
            }
        }
    }

    void start() {
        thread.start();
    }

    void moved() {
        wakes.release();
    }

    /** Follows the log: erasures of other nodes come from there. */
    private synchronized void look() {
        var head = log.head();
        var found = new HashSet<String>();
        log.query(ALL, next, head, (position, event) -> {
            event.tags().stream().filter(tag -> tag.key().equals(Tags.PERSON)).forEach(tag -> found.add(tag.value()));
            return true;
        });
        if (!found.isEmpty()) {
            keys.destroy(found);
            log.forgetOpened();
            found.forEach(person -> erased.add(new PersonId(person)));
        }
        next = head;
    }

    private void run() {
        while (!closed) {
            try {
                look();
            } catch (RuntimeException failure) {
                LOG.warn(
                        "What an erased person wrote will be forgotten with the next look: {}",
                        failure.getClass().getName());
            }
            sleep();
        }
    }

    private void sleep() {
        try {
            if (wakes.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        wakes.release();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
