package org.tansiq.infra.logtool;

import java.util.HashSet;
import java.util.Set;
import org.tansiq.domain.members.PersonErased;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.keys.SealedTexts;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.LogScan;
import org.tansiq.infra.log.StoredEvent;

/** Whether anything is sealed, and who is erased. */
final class Seals implements LogScan.Visitor {
    private static final String ERASED = EventTypes.nameOf(PersonErased.class);

    private final Set<String> erased = new HashSet<>();
    private boolean areThere;

    boolean areThere() {
        return areThere;
    }

    Set<String> erased() {
        return erased;
    }

    @Override
    public void commit(long position, long end, String id) {}

    @Override
    public void event(long position, StoredEvent event) {
        areThere |= SealedTexts.isSealed(event.payload());
        if (event.name().equals(ERASED)) {
            event.tags().stream().filter(tag -> tag.key().equals(Tags.PERSON)).forEach(tag -> erased.add(tag.value()));
        }
    }

    /** The check of the events will tell it. */
    @Override
    public void flaw(Flaw flaw) {}
}
