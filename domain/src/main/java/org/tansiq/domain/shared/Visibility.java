package org.tansiq.domain.shared;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a thing beside those whose it is: who opened or holds a task, who organises an action, who owns or booked a
 * resource. They always see it.
 *
 * @param named who else; of {@link Reach#NAMED} only
 * @param embargo the hour until which nobody else is to see it. It ends by an event, and holds until there is one: no
 *     reader's clock is asked.
 */
public record Visibility(
        Reach reach, Set<OrganizationId> named, @Nullable Instant embargo) {
    public static final int NAMED_MAX = 50;

    /** What nothing else is said of is shown to the coalition. */
    public static final Visibility COALITION = new Visibility(Reach.COALITION, Set.of(), null);

    public enum Reach {
        /** Nobody else. */
        ORG,
        /** Some organisations, by name. */
        NAMED,
        /** All members of the coalition. */
        COALITION,
        /** Everybody, without signing in. */
        PUBLIC
    }

    public Visibility {
        named = reach == Reach.NAMED ? sorted(named) : Set.of();
    }

    /** What a command may ask for; {@code field} is what the API calls it. */
    public static void check(String field, Visibility visibility) {
        if (visibility.reach == Reach.NAMED && visibility.named.isEmpty()) {
            throw new Invalid("nobody-named", field);
        }
        Limits.atMost(field, visibility.named.size(), NAMED_MAX);
        if (visibility.embargo != null) {
            Limits.time(field, visibility.embargo);
        }
    }

    /**
     * Whether a member of the coalition may see it.
     *
     * @param own whose it is
     */
    public boolean seenBy(OrganizationId member, Collection<OrganizationId> own) {
        return own.contains(member) || isForAll() || (embargo == null && named.contains(member));
    }

    /** Whether everybody of the coalition sees it. */
    public boolean isForAll() {
        return embargo == null
                && switch (reach) {
                    case ORG, NAMED -> false;
                    case COALITION, PUBLIC -> true;
                };
    }

    /** Whether those see it who belong to nothing. */
    public boolean isPublic() {
        return reach == Reach.PUBLIC && embargo == null;
    }

    /**
     * Without its embargo.
     *
     * @param dueBy only if the embargo was to last until then or less; null: whenever it was to end
     */
    public Visibility lifted(@Nullable Instant dueBy) {
        return embargo == null || (dueBy != null && embargo.isAfter(dueBy)) ? this : new Visibility(reach, named, null);
    }

    private static Set<OrganizationId> sorted(Set<OrganizationId> organizations) {
        var sorted = new TreeSet<>(Comparator.comparing(OrganizationId::value));
        sorted.addAll(organizations);
        return Collections.unmodifiableSet(new LinkedHashSet<>(sorted));
    }
}
