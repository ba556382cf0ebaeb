package org.tansiq.gateway.shared;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/** A page of a coalition, opened on how things are or on how they were; what fills it need not know which. */
public final class OpenPage {
    private final Reader reader;
    private final CoalitionId coalition;
    private final Show show;
    private final @Nullable Then then;
    private final Views views;
    private final AsItWas asItWas;

    OpenPage(Reader reader, CoalitionId coalition, Show show, @Nullable Then then, Views views, AsItWas asItWas) {
        this.reader = reader;
        this.coalition = coalition;
        this.show = show;
        this.then = then;
        this.views = views;
        this.asItWas = asItWas;
    }

    public Reader reader() {
        return reader;
    }

    public Show show() {
        return show;
    }

    /** The coalition's rows, of the moment that the page shows. */
    public <R extends Row> List<R> rows(View<R> view) {
        return then == null
                ? views.find(view, Keys.key(Tags.COALITION, coalition))
                : asItWas.rows(view, coalition, then.position());
    }

    /** The moment that the page shows. */
    public Instant moment(Instant now) {
        return then == null || then.at() == null ? now : then.at();
    }
}
