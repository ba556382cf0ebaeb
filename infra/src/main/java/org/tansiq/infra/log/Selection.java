package org.tansiq.infra.log;

import java.util.List;
import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Which events are wanted: all, or those that meet one of the criteria (all its tags, and one of its types if it names
 * any). No criteria: none.
 */
public record Selection(boolean everything, List<EventCriterion> criteria) {
    private static final QualifiedName NO_TYPE = new QualifiedName("org.tansiq.infra.log.no-type");

    public Selection {
        criteria = List.copyOf(criteria);
    }

    public static Selection of(EventCriteria criteria) {
        // Flattening drops an "any event" among alternatives. Only that matches an event of no known type without tags.
        var everything = criteria.matches(NO_TYPE, Set.of());
        return new Selection(everything, everything ? List.of() : List.copyOf(criteria.flatten()));
    }

    public static Selection all() {
        return new Selection(true, List.of());
    }

    public static Selection tagged(Tag... tags) {
        return of(EventCriteria.havingTags(tags));
    }

    /** Whether every criterion names a tag, so that an index by tag finds all that is wanted. */
    public boolean isByTag() {
        return !everything
                && criteria.stream().noneMatch(criterion -> criterion.tags().isEmpty());
    }

    public boolean matches(String name, Set<Tag> tags) {
        if (everything) {
            return true;
        }
        var type = new QualifiedName(name);
        for (var criterion : criteria) {
            if (criterion.matches(type, tags)) {
                return true;
            }
        }
        return false;
    }

    /** The tags of the criterion that this event meets; none where everything is wanted. */
    Set<Tag> tagsThatMatch(StoredEvent event) {
        return criteria.stream()
                .filter(criterion -> criterion.matches(event.qualifiedName(), event.tags()))
                .findFirst()
                .map(EventCriterion::tags)
                .orElse(Set.of());
    }

    boolean matches(StoredEvent event) {
        return matches(event.name(), event.tags());
    }

    /** Visits what is wanted of one commit. */
    public boolean visit(Commit commit, long from, long to, CommitLog.Visitor visitor) {
        var position = commit.position();
        for (var event : commit.events()) {
            if (position >= from && position < to && matches(event) && !visitor.visit(position, event)) {
                return false;
            }
            position++;
        }
        return true;
    }
}
