package org.tansiq.gateway.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.gateway.rights.HistorySight;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Sight;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MemberRow;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.Standing;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/** A page of a coalition, opened on how things are or on how they were; what fills it need not know which. */
public final class OpenPage {
    private final CoalitionId coalition;
    private final Show show;
    private final @Nullable Then then;
    private final Views views;
    private final AsItWas asItWas;
    private final Sights sights;
    private final Reader reader;

    OpenPage(
            CoalitionId coalition,
            Show show,
            @Nullable Then then,
            Views views,
            AsItWas asItWas,
            Sights sights,
            Reader reader) {
        this.coalition = coalition;
        this.show = show;
        this.then = then;
        this.views = views;
        this.asItWas = asItWas;
        this.sights = sights;
        this.reader = reader;
    }

    public Show show() {
        return show;
    }

    /** What its reader sees of the history. */
    public HistorySight historySight() {
        return sights.ofHistory(reader, coalition);
    }

    /** What its reader sees at this moment. */
    public Sight sight() {
        return sights.of(reader, coalition);
    }

    /** The coalition's rows, of the moment that the page shows, as its reader sees them. */
    public <R extends Row> List<R> rows(View<R> view) {
        if (then != null) {
            var was = asItWas.rows(view, coalition, then.position());
            return sights.of(reader, coalition, then.position()).rows(was);
        }
        var position = views.position(view);
        var now = views.find(view, Keys.key(Tags.COALITION, coalition));
        return sights.of(reader, coalition, position).rows(now);
    }

    /** Those of them that have a key. */
    public <R extends Row> List<R> rows(View<R> view, String key) {
        if (then != null) {
            return rows(view).stream().filter(row -> row.keys().contains(key)).toList();
        }
        var position = views.position(view);
        var now = views.find(view, key);
        return sights.of(reader, coalition, position).rows(now);
    }

    /**
     * Those of them that have a key and come after an id, as far as the limit goes.
     *
     * @param after null for the first page
     */
    public <R extends Row> List<R> rows(View<R> view, String key, @Nullable String after, int limit) {
        if (then != null) {
            return rows(view, key).stream()
                    .filter(row -> after == null || row.id().compareTo(after) > 0)
                    .limit(limit)
                    .toList();
        }
        var position = views.position(view);
        var now = views.find(view, key, after, limit);
        return sights.of(reader, coalition, position).rows(now);
    }

    /** Those of them that have these ids. */
    public <R extends Row> List<R> rows(View<R> view, Set<String> ids) {
        if (then != null) {
            return rows(view).stream().filter(row -> ids.contains(row.id())).toList();
        }
        var ofCoalition = Keys.key(Tags.COALITION, coalition);
        var position = views.position(view);
        var now = ids.stream()
                .flatMap(id -> views.get(view, id).stream())
                .filter(row -> row.keys().contains(ofCoalition))
                .toList();
        return sights.of(reader, coalition, position).rows(now);
    }

    /** One row of the coalition. */
    public <R extends Row> Optional<R> row(View<R> view, String id) {
        var ofCoalition = Keys.key(Tags.COALITION, coalition);
        var found = then != null
                ? asItWas.row(view, coalition, id, then.position())
                : views.get(view, id).filter(row -> row.keys().contains(ofCoalition));
        return found.flatMap(sight()::row);
    }

    /** The members beside the reader's own organisation. */
    public List<MemberRow> others() {
        return rows(MembersProjection.MEMBERS).stream()
                .filter(member -> member.standing() == Standing.MEMBER || member.standing() == Standing.STEWARD)
                .filter(member -> !member.organization()
                        .equals(reader.who().organization().value()))
                .toList();
    }

    /** The moment that the page shows. */
    public Instant moment(Instant now) {
        return then == null || then.at() == null ? now : then.at();
    }
}
