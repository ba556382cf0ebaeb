package org.tansiq.infra.wiring;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.domain.members.PersonErased;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.keys.KeysRefused;
import org.tansiq.infra.keys.SealedTexts;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.Selection;

/** Whether keys are those that the erasures of a log have left. */
public final class KeyCheck {
    private static final int EVENTS_AT_ONCE = 1_000;

    private KeyCheck() {}

    /** The ids of all persons whom a log says to be erased. */
    public static Set<String> erasures(CommitLog log) {
        var erased = new HashSet<String>();
        log.query(Selection.tagged(new Tag(Tags.ERASURES, PersonErased.ALL)), 0, log.head(), (position, event) -> {
            event.tags().stream().filter(tag -> tag.key().equals(Tags.PERSON)).forEach(tag -> erased.add(tag.value()));
            return true;
        });
        return erased;
    }

    static void refuseOthers(CommitLog log, AuthorKeys keys) {
        var erased = erasures(log);
        var back = keys.contradicting(erased);
        if (!back.isEmpty()) {
            throw KeysRefused.olderThanTheLog(back.size());
        }
        if (keys.people().isEmpty() && needsKeys(log, erased)) {
            throw KeysRefused.missing();
        }
    }

    /** Only asked while there is no key at all; the first sealed text usually says it. */
    private static boolean needsKeys(CommitLog log, Set<String> erased) {
        var head = log.head();
        for (var position = 0L; position < head; ) {
            for (var commit : log.read(position, EVENTS_AT_ONCE)) {
                for (var event : commit.events()) {
                    if (!erased.containsAll(SealedTexts.owners(event))) {
                        return true;
                    }
                }
                position = commit.end();
            }
        }
        return false;
    }
}
