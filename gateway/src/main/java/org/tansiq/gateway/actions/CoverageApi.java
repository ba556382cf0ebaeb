package org.tansiq.gateway.actions;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Latest;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.infra.cities.City;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.AnswerRow;
import org.tansiq.projections.actions.CityRow;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.actions.SynchronizedRow;
import org.tansiq.projections.actions.Synchrony;
import org.tansiq.projections.shared.Keys;

/** How far a call is covered: its cities page by page, and what they come to together. */
@RestController
@RequestMapping(
        path = "/api/v1/coalitions/{coalition}/synchronised/{synchronised}",
        produces = MediaType.APPLICATION_JSON_VALUE)
class CoverageApi {
    private static final int LIMIT_MAX = 1_000;
    private static final String LIMIT = "100";

    private final Access access;
    private final Latest latest;
    private final Views views;
    private final Sights sights;
    private final CallFigures figures;

    CoverageApi(Access access, Latest latest, Views views, Sights sights, CallFigures figures) {
        this.access = access;
        this.latest = latest;
        this.views = views;
        this.sights = sights;
        this.figures = figures;
    }

    /** @param next what to ask for as {@code after}; null on the last page */
    record CitiesPage(List<CityRow> cities, @Nullable String next) {}

    /** @param country ISO 3166-1 alpha-2 */
    record Gap(String city, Text name, String country, int population) {
        static Gap of(City city) {
            return new Gap(city.id().value(), city.name(), city.country(), city.population());
        }
    }

    /**
     * What the cities come to.
     *
     * @param gaps the largest cities without an action
     * @param gapsInReach those of the countries in which there is one
     */
    record Covered(
            int cities,
            int goal,
            int countries,
            @Nullable Integer goalCountries,
            Map<String, Integer> byCountry,
            List<AnswerRow> byOrganization,
            List<Gap> gaps,
            List<Gap> gapsInReach,
            Synchrony synchrony) {}

    @GetMapping("/cities")
    ResponseEntity<String> cities(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SynchronizedId synchronised,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = LIMIT) int limit,
            @RequestHeader(name = "Tansiq-After", required = false) @Nullable Long reached) {
        latest.reached(Coverage.CITIES, reached);
        var reader = access.reads(me, coalition, PublishedView.CITIES);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new Invalid("out-of-range", "limit", Map.of("min", 1, "max", LIMIT_MAX));
        }
        var call = call(coalition, synchronised);
        var key = country == null ? Keys.key("call", call.id()) : Keys.key("country", call.id() + "+" + country);
        var position = views.position(Coverage.CITIES);
        var found = views.find(Coverage.CITIES, key, after, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? page.getLast().id() : null;
        var seen = sights.of(reader, coalition, position).rows(page);
        return answer(position, new CitiesPage(seen, next));
    }

    @GetMapping("/coverage")
    ResponseEntity<String> coverage(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable SynchronizedId synchronised,
            @RequestHeader(name = "Tansiq-After", required = false) @Nullable Long reached) {
        latest.reached(Coverage.CITIES, reached);
        var reader = access.reads(me, coalition, PublishedView.CITIES);
        var position = views.position(Coverage.CITIES);
        var call = call(coalition, synchronised);
        var ofCall = Keys.key("call", call.id());
        var sight = sights.of(reader, coalition, position);
        var together = figures.now(call, () -> views.find(Coverage.CITIES, ofCall));
        return answer(
                position,
                new Covered(
                        call.covered().cities(),
                        call.goal(),
                        call.covered().countries().size(),
                        call.goalCountries(),
                        call.covered().countries(),
                        sight.rows(views.find(Coverage.ANSWERS, ofCall)),
                        together.gaps().stream().map(Gap::of).toList(),
                        together.gapsInReach().stream().map(Gap::of).toList(),
                        together.synchrony()));
    }

    private SynchronizedRow call(CoalitionId coalition, SynchronizedId id) {
        return views.get(Coverage.SYNCHRONIZED, id.value())
                .filter(call -> call.coalition().equals(coalition.value()))
                .orElseThrow(() -> new NotFound("synchronized", id));
    }

    private static ResponseEntity<String> answer(long position, Object body) {
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(position))
                .body(Json.write(body));
    }
}
