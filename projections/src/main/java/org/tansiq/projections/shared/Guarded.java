package org.tansiq.projections.shared;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Visibility;

/**
 * A row that not everybody may see. It bears the key {@code guarded:<coalition>} as long as any member sees less than all
 * of it, so that these few are found beside the many, and {@code public} while it is for everybody.
 */
public interface Guarded extends Row {
    String PUBLIC = "public";
    /** Borne as long as an embargo hides any of it. */
    String EMBARGOED = "embargoed";

    String coalition();

    Visibility visibility();

    /** The organisations whose it is. */
    Collection<String> own();

    /** Those who saw it once, where some of them may see it no more: they are to hear that it is gone, and nobody else. */
    @Nullable
    Audience once();

    /** The hour of the embargo that ends first. */
    default @Nullable Instant nextEmbargo() {
        return visibility().embargo();
    }

    default Audience audience() {
        return Audience.of(visibility(), own());
    }

    static String guardedIn(String coalition) {
        return key("guarded", coalition);
    }

    /** What {@link #once} becomes when this row takes the place of another. */
    default @Nullable Audience onceAfter(Guarded was) {
        return Audience.lost(was.once(), was.audience(), audience());
    }

    /** The keys that say for whom it is. */
    default Set<String> guardKeys(boolean partlyHidden) {
        var keys = new HashSet<String>();
        if (partlyHidden || !audience().all()) {
            keys.add(guardedIn(coalition()));
        }
        if (visibility().isPublic()) {
            keys.add(PUBLIC);
        }
        if (nextEmbargo() != null) {
            keys.add(EMBARGOED);
        }
        return keys;
    }
}
