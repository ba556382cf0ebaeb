package org.tansiq.infra.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commits that will be written together, in order, each checked against those before it. */
final class Group {
    /**
     * A commit that may be stored as things stand.
     *
     * @param sameId sent while it was in this group: they get the answer that it gets
     */
    record Member(Append append, Commit commit, List<Held> events, List<Append> sameId) {}

    private final List<Member> members = new ArrayList<>();
    private final Map<String, Member> byId = new HashMap<>();
    private final EventRun run;

    Group(long head) {
        run = new EventRun(head);
    }

    long head() {
        return run.head();
    }

    Optional<StoredEvent> first(Selection selection, long from) {
        return run.first(selection, from);
    }

    @Nullable
    Member find(String commitId) {
        return byId.get(commitId);
    }

    void add(Append append) {
        var commit = new Commit(run.head(), append.id(), append.events());
        var events = hold(commit);
        events.forEach(run::add);
        var member = new Member(append, commit, events, new ArrayList<>());
        members.add(member);
        byId.put(append.id(), member);
    }

    List<Member> members() {
        return members;
    }

    List<Commit> commits() {
        return members.stream().map(Member::commit).toList();
    }

    /** Those from {@code first} on, to be looked at anew. */
    List<Append> from(int first) {
        var appends = new ArrayList<Append>();
        for (var member : members.subList(first, members.size())) {
            appends.add(member.append());
            appends.addAll(member.sameId());
        }
        return appends;
    }

    static List<Held> hold(Commit commit) {
        var events = new ArrayList<Held>(commit.events().size());
        var position = commit.position();
        for (var event : commit.events()) {
            events.add(new Held(position++, commit.id(), event));
        }
        return events;
    }
}
