package org.tansiq.infra.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The generation that readers see.
 *
 * @param belated the last {@link #BELATED_MAX} of them; who has been away for longer than those reads the view anew
 * @param repairs that were made to it so far
 */
public record Serving(Progress progress, List<Belated> belated, long repairs) {
    public static final int BELATED_MAX = 100;

    public Serving {
        belated = List.copyOf(belated);
    }

    public Repaired repaired() {
        return new Repaired(progress.generation(), repairs);
    }

    /** After the batch. */
    public Serving after(Batch batch) {
        var late = batch.belated();
        return new Serving(batch.to(), with(late), late == null ? repairs : repairs + 1);
    }

    private List<Belated> with(@Nullable Belated late) {
        if (late == null || belated.contains(late)) {
            return belated;
        }
        var all = new ArrayList<>(belated);
        all.add(late);
        return all.size() > BELATED_MAX ? all.subList(1, all.size()) : all;
    }
}
