package org.tansiq.projections.shared;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;

/**
 * Who of a coalition sees a thing.
 *
 * @param all everybody who belongs to it
 * @param some these at least, by their ids
 */
public record Audience(boolean all, Set<String> some) {
    public Audience {
        some = Collections.unmodifiableSet(new TreeSet<>(some));
    }

    /** @param own whose the thing is */
    public static Audience of(Visibility visibility, Collection<String> own) {
        var some = new TreeSet<>(own);
        if (visibility.embargo() == null) {
            visibility.named().stream().map(OrganizationId::value).forEach(some::add);
        }
        return new Audience(visibility.isForAll(), some);
    }

    public boolean includes(String organization) {
        return all || some.contains(organization);
    }

    /** Those who saw it once and may see it no more; null when there are none. */
    static @Nullable Audience lost(@Nullable Audience before, Audience was, Audience now) {
        var some = new TreeSet<>(was.some);
        if (before != null) {
            some.addAll(before.some);
        }
        var once = new Audience(was.all || (before != null && before.all), some);
        return now.all || (!once.all && now.some.containsAll(once.some)) ? null : once;
    }
}
