package org.tansiq.infra.campaign;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tansiq.domain.members.OrganizationRegistered;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.log.Appended;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.StoredEvent;

/**
 * A log as coalitions would write it, made up: some big coalitions and many small ones, tasks that change hands, actions
 * in many cities that are moved and cancelled and sometimes overlap, calls that cities answer, resources that are lent and
 * come back. What happens is what the decisions would have allowed. The same seed gives the same log.
 */
public final class Campaigns {
    /** About as many as share one log: the biggest has some hundredths of all events. */
    private static final int COALITIONS = 300;

    private static final int ORGANIZATIONS = 120;
    private static final int COMMITS_AT_ONCE = 1_000;
    private static final Instant BEGINNING = Instant.parse("2018-02-19T10:00:00Z");

    private final Random random;
    private final Tagging tagging = new Tagging();
    private final List<SomeCoalition> coalitions = new ArrayList<>();
    private final Deque<List<Fact>> prepared = new ArrayDeque<>();
    private long position;
    private long millis = BEGINNING.toEpochMilli();

    private Campaigns(long seed, int coalitions) {
        random = new Random(seed);
        var organizations = new ArrayList<OrganizationId>();
        for (var n = 0; n < ORGANIZATIONS; n++) {
            var organization = new OrganizationId(SomeWords.id(random));
            organizations.add(organization);
            prepared.add(List.of(new OrganizationRegistered(organization, SomeWords.organization(n), now())));
        }
        for (var n = 0; n < coalitions; n++) {
            this.coalitions.add(new SomeCoalition(n, random, organizations));
        }
    }

    /** Endless, from position 0 on. */
    public static Stream<Commit> commits(long seed) {
        return commits(seed, COALITIONS);
    }

    public static Stream<Commit> commits(long seed, int coalitions) {
        var campaigns = new Campaigns(seed, coalitions);
        return StreamSupport.stream(
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Commit> action) {
                        action.accept(campaigns.next());
                        return true;
                    }
                },
                false);
    }

    /** The facts alone, in the order of the log. */
    public static Stream<Fact> facts(long seed, int coalitions) {
        var campaigns = new Campaigns(seed, coalitions);
        return Stream.generate(campaigns::decide).flatMap(List::stream);
    }

    /**
     * Fills a log that is empty.
     *
     * @param events at least so many; the last commit is whole
     * @return the log's head
     */
    public static long write(CommitLog log, long seed, int coalitions, long events) {
        var campaigns = new Campaigns(seed, coalitions);
        while (campaigns.position < events) {
            var group = new ArrayList<Commit>();
            while (group.size() < COMMITS_AT_ONCE && campaigns.position < events) {
                group.add(campaigns.next());
            }
            if (!(log.append(group) instanceof Appended.All)) {
                throw new IllegalStateException("The log was not empty, or somebody else writes it.");
            }
        }
        return campaigns.position;
    }

    public static long write(CommitLog log, long seed, long events) {
        return write(log, seed, COALITIONS, events);
    }

    private Instant now() {
        millis += random.nextInt(90_000);
        return Instant.ofEpochMilli(millis);
    }

    /** What one command brings about. */
    private List<Fact> decide() {
        var ready = prepared.poll();
        if (ready != null) {
            return ready;
        }
        var skewed = random.nextDouble();
        return coalitions.get((int) (coalitions.size() * skewed * skewed)).decide(now());
    }

    private Commit next() {
        var events = new ArrayList<StoredEvent>();
        for (var fact : decide()) {
            events.add(new StoredEvent(
                    SomeWords.id(random),
                    EventTypes.nameOf(fact.getClass()),
                    EventTypes.versionOf(fact.getClass()),
                    fact.at().toEpochMilli(),
                    Map.of(
                            "person",
                            SomeWords.id(random),
                            "organization",
                            SomeWords.id(random),
                            "command",
                            EventTypes.nameOf(fact.getClass())),
                    tagging.tags(fact),
                    Json.write(fact)));
        }
        var commit = new Commit(position, SomeWords.id(random), events);
        position = commit.end();
        return commit;
    }
}
