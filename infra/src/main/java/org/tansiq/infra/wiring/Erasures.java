package org.tansiq.infra.wiring;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.Outcome;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.SharedPages;

/**
 * Sees to it that what erased persons wrote is gone: the key at once, on every node what was opened with it, and then the
 * rows, which are built anew without it. Until they are, the person stays announced in the keys' store, and whoever starts
 * next goes on with it.
 */
public final class Erasures implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final Selection ALL = Selection.tagged(new Tag(Tags.ERASURES, PersonErased.ALL));
    private static final long PAUSE_MILLIS = 250;

    private final LogEventStorageEngine log;
    private final LoggedFacts facts;
    private final SharedPages pages;
    private final AuthorKeys keys;
    private final Commands commands;
    private final Operations operations;
    private final RowStore rows;
    private final List<Edition> editions;
    private final Set<PersonId> erased = ConcurrentHashMap.newKeySet();
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().daemon().name("erasing").unstarted(this::run);
    /** Position of the next event to look at. */
    private long next;

    private volatile boolean closed;

    Erasures(
            LogEventStorageEngine log,
            LoggedFacts facts,
            SharedPages pages,
            AuthorKeys keys,
            Commands commands,
            Operations operations,
            RowStore rows,
            List<Edition> editions) {
        this.log = log;
        this.facts = facts;
        this.pages = pages;
        this.keys = keys;
        this.commands = commands;
        this.operations = operations;
        this.rows = rows;
        this.editions = editions;
    }

    /**
     * Erases a person for good. When this returns, what they wrote is readable neither in the log nor in any copy of it; the
     * rows follow within the time that building them takes.
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

    /** Whether rows are still to be built anew for somebody. */
    public boolean isClearing() {
        return !keys.announced().isEmpty();
    }

    /** Before anything is opened. */
    void prepare() {
        look();
        if (!rows.isShared()) {
            for (var person : keys.announced()) {
                if (!erased.contains(new PersonId(person))) {
                    // The command did not come to be.
                    keys.conclude(person);
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
        var before = erased.size();
        log.query(ALL, next, head, (position, event) -> {
            event.tags().stream()
                    .filter(tag -> tag.key().equals(Tags.PERSON))
                    .forEach(tag -> erased.add(new PersonId(tag.value())));
            return true;
        });
        if (erased.size() > before) {
            erased.forEach(person -> keys.destroy(person.value()));
            forget();
            wakes.release();
        }
        next = head;
    }

    private void run() {
        while (!closed) {
            try {
                look();
                clear();
            } catch (RuntimeException failure) {
                LOG.warn(
                        "What an erased person wrote will be cleared again: {}",
                        failure.getClass().getName());
            }
            sleep();
        }
    }

    /** What rows were built with a key that is destroyed by now is dropped with them. */
    private void clear() {
        var announced = new HashSet<>(keys.announced());
        announced.removeIf(person -> !erased.contains(new PersonId(person)));
        if (announced.isEmpty()) {
            return;
        }
        forget();
        var before = new HashMap<Edition, Long>();
        for (var edition : editions) {
            do {
                before.put(edition, servingGeneration(edition));
            } while (operations.rebuild(edition.projection()) != Outcome.DONE && sleep());
        }
        for (var edition : editions) {
            while (!isBuilt(edition, before.getOrDefault(edition, -1L)) && sleep()) {
                LOG.debug("{} is being built without what was erased.", edition);
            }
        }
        if (!closed) {
            announced.forEach(keys::conclude);
        }
    }

    private long servingGeneration(Edition edition) {
        var serving = rows.standing(edition).serving();
        return serving == null ? -1 : serving.progress().generation();
    }

    /** A generation that was begun after it serves, and none that was begun before it is on its way. */
    private boolean isBuilt(Edition edition, long before) {
        return rows.standing(edition).building() == null && servingGeneration(edition) > before;
    }

    /** What was opened of the log, and is in memory. */
    private void forget() {
        log.forgetOpened();
        facts.forget();
        pages.forget();
    }

    /** Whether to go on. */
    private boolean sleep() {
        try {
            if (wakes.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
        return !closed;
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
