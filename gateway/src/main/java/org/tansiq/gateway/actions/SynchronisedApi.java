package org.tansiq.gateway.actions;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.CallSynchronized;
import org.tansiq.domain.actions.CommitCity;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.actions.WithdrawCity;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.gateway.campaigns.Proposing;
import org.tansiq.gateway.campaigns.ProposingAnswer;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Visibilities;
import org.tansiq.gateway.rights.VisibilityFields;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;

/** Synchronised actions over HTTP: one call, and a city after another that commits to it. */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}/synchronised", produces = MediaType.APPLICATION_JSON_VALUE)
class SynchronisedApi {
    /** Where the day begins. */
    private static final String EASTERNMOST = "+14:00";

    private final Desk desk;
    private final Access access;
    private final Places places;
    private final Visibilities visibilities;
    private final Colliding colliding;
    private final Proposing proposing;

    SynchronisedApi(
            Desk desk,
            Access access,
            Places places,
            Visibilities visibilities,
            Colliding colliding,
            Proposing proposing) {
        this.desk = desk;
        this.access = access;
        this.places = places;
        this.visibilities = visibilities;
        this.colliding = colliding;
        this.proposing = proposing;
    }

    /**
     * Exactly one of the three: one instant everywhere, the same hour on the clock of each city, or the instant at which a
     * wave starts that rolls west.
     *
     * @param easternmost where the wave starts, an offset such as {@code +04:00}; {@code +14:00} when it is left out
     * @param stepMinutes of the wave, for each hour that clocks are behind
     */
    record MomentFields(
            @Nullable String instant,
            @Nullable String localTime,
            @Nullable String start,
            @Nullable String easternmost,
            @Nullable Integer stepMinutes) {}

    record Calling(
            @Nullable Map<String, @Nullable String> title,
            @Nullable String kind,
            @Nullable MomentFields moment,
            @Nullable Integer minutes,
            @Nullable Integer goal,
            @Nullable Integer goalCountries,
            @Nullable String opens,
            @Nullable String closes,
            @Nullable List<@Nullable String> hashtags,
            @Nullable Map<String, @Nullable String> words,
            @Nullable Map<String, @Nullable String> needs) {}

    record Committing(
            @Nullable String city,
            @Nullable String country,
            Places.@Nullable VenueFields venue,
            @Nullable List<@Nullable String> acknowledged,
            @Nullable Boolean acknowledgeUnseen,
            @Nullable VisibilityFields venueVisibility) {}

    record Withdrawing(@Nullable Map<String, @Nullable String> message) {}

    /** Also says which hashtags the coalition has for those that were given and are variants of them. */
    @PostMapping
    ResponseEntity<ProposingAnswer> call(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody Calling body) {
        var by = access.acts(me, coalition);
        var id = desk.newId(me, SynchronizedId::new);
        var hashtags = Fields.list("hashtags", body.hashtags());
        var called = desk.created(
                me,
                new CallSynchronized(
                        coalition,
                        id,
                        by,
                        Fields.text(body.title()),
                        Fields.choice("kind", ActionKind.class, body.kind()),
                        moment(Fields.required("moment", body.moment())),
                        Duration.ofMinutes(Fields.required("minutes", body.minutes())),
                        Fields.required("goal", body.goal()),
                        body.goalCountries(),
                        Fields.instantIfAny("opens", body.opens()),
                        Fields.instantIfAny("closes", body.closes()),
                        hashtags,
                        Fields.text(body.words()),
                        Fields.text(body.needs()),
                        desk.now()),
                id);
        return Proposing.beside(called, proposing.of(me, coalition, hashtags));
    }

    /** Answers with the id of the action that the city became. */
    @PostMapping("/{synchronised}/cities")
    ResponseEntity<Answer> commit(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SynchronizedId synchronised,
            @RequestBody Committing body) {
        var by = access.acts(me, coalition);
        var action = desk.newId(me, ActionId::new);
        var place = places.city("city", body.city(), body.country());
        var venueVisibility = visibilities.of("venueVisibility", body.venueVisibility());
        var at = desk.now();
        var wish = new Colliding.Wish(
                coalition,
                Visibility.COALITION,
                Fields.ids("acknowledged", body.acknowledged(), ActionId::new),
                Boolean.TRUE.equals(body.acknowledgeUnseen()));
        return Desk.answer(
                HttpStatus.CREATED,
                colliding.carryOut(
                        me,
                        wish,
                        acknowledged -> new CommitCity(
                                coalition,
                                synchronised,
                                by,
                                place,
                                action,
                                Places.venue(body.venue()),
                                acknowledged,
                                venueVisibility,
                                at)),
                action);
    }

    @PostMapping("/{synchronised}/cities/{city}/withdraw")
    ResponseEntity<Answer> withdraw(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SynchronizedId synchronised,
            @PathVariable String city,
            @RequestBody(required = false) @Nullable Withdrawing body) {
        var by = access.acts(me, coalition);
        var place = places.city("city", city, null);
        var message = Fields.text(body == null ? null : body.message());
        return desk.done(
                me, new WithdrawCity(coalition, synchronised, place.city(), by, message, desk.now()), place.city());
    }

    private static Moment moment(MomentFields fields) {
        var ways = Stream.of(fields.instant(), fields.localTime(), fields.start())
                .filter(Objects::nonNull)
                .count();
        if (ways != 1) {
            throw new Invalid("one-moment", "moment");
        }
        if (fields.start() == null && (fields.easternmost() != null || fields.stepMinutes() != null)) {
            throw new Invalid("missing-field", "moment.start");
        }
        if (fields.instant() != null) {
            return new Moment.SameInstant(Fields.instant("moment.instant", fields.instant()));
        }
        if (fields.localTime() != null) {
            return new Moment.SameLocalTime(Fields.localTime("moment.localTime", fields.localTime()));
        }
        return new Moment.RollingWave(
                Fields.instant("moment.start", fields.start()),
                easternmost(fields.easternmost()),
                Duration.ofMinutes(Fields.required("moment.stepMinutes", fields.stepMinutes())));
    }

    private static ZoneOffset easternmost(@Nullable String offset) {
        try {
            return ZoneOffset.of(offset == null ? EASTERNMOST : offset.strip());
        } catch (DateTimeException unreadable) {
            throw new Invalid("bad-offset", "moment.easternmost");
        }
    }
}
