package org.tansiq.domain.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tansiq.domain.resources.Story.BERLIN;
import static org.tansiq.domain.resources.Story.GENEVA;
import static org.tansiq.domain.resources.Story.GHOUTA;
import static org.tansiq.domain.resources.Story.MEGAPHONES;
import static org.tansiq.domain.resources.Story.NOW;
import static org.tansiq.domain.resources.Story.PARIS;
import static org.tansiq.domain.resources.Story.axon;
import static org.tansiq.domain.resources.Story.hour;
import static org.tansiq.domain.resources.Story.joined;
import static org.tansiq.domain.resources.Story.left;
import static org.tansiq.domain.resources.Story.offered;
import static org.tansiq.domain.resources.Story.withdrawn;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.test.fixture.AxonTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

class OfferingResourcesTest {
    private final AxonTestFixture fixture =
            AxonTestFixture.with(axon(), AxonTestFixture.Customization::disableAxonServer);

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_member_offers_what_it_has() {
        fixture.given()
                .events(joined(BERLIN))
                .when()
                .command(offer(BERLIN, 5))
                .then()
                .events(offered(5));
    }

    @Test
    void interpreters_are_offered_with_their_languages_a_place_and_a_time() {
        var berlin =
                new Place(new CityId("berlin-de"), ZoneId.of("Europe/Berlin"), "DE", Text.ofBoth("برلين", "Berlin"));
        fixture.given()
                .events(joined(BERLIN))
                .when()
                .command(new OfferResource(
                        GHOUTA,
                        MEGAPHONES,
                        BERLIN,
                        ResourceKind.PEOPLE,
                        Text.of("ar", "مترجمون"),
                        Text.of("ar", ""),
                        2,
                        Set.of("ar", "DE", "pt-BR"),
                        berlin,
                        hour(0),
                        hour(48),
                        NOW))
                .then()
                .events(new ResourceOffered(
                        GHOUTA,
                        MEGAPHONES,
                        BERLIN,
                        ResourceKind.PEOPLE,
                        Text.of("ar", "مترجمون"),
                        Text.of("ar", ""),
                        2,
                        Set.of("ar", "de", "pt-br"),
                        berlin,
                        hour(0),
                        hour(48),
                        NOW));
    }

    @Test
    void the_same_offer_again_changes_nothing() {
        fixture.given()
                .events(joined(BERLIN), offered(5))
                .when()
                .command(offer(BERLIN, 5))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void another_offer_under_the_same_id_is_refused() {
        fixture.given()
                .events(joined(BERLIN), offered(5))
                .when()
                .command(offer(BERLIN, 6))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal ->
                        assertThat(refusal).isInstanceOf(Conflict.class).hasMessageContaining("resource-exists"));
    }

    @Test
    void another_member_cannot_offer_it_as_its_own() {
        fixture.given()
                .events(joined(BERLIN), joined(PARIS), offered(5))
                .when()
                .command(offer(PARIS, 5))
                .then()
                .noEvents()
                .exception(Conflict.class);
    }

    @Test
    void what_was_withdrawn_is_not_offered_again_under_its_old_id() {
        fixture.given()
                .events(joined(BERLIN), offered(5), withdrawn())
                .when()
                .command(offer(BERLIN, 5))
                .then()
                .noEvents()
                .exception(Conflict.class);
    }

    @Test
    void who_is_no_member_offers_nothing() {
        fixture.given()
                .events(joined(BERLIN))
                .when()
                .command(offer(GENEVA, 5))
                .then()
                .noEvents()
                .exception(NotFound.class);
    }

    @Test
    void who_left_offers_nothing() {
        fixture.given()
                .events(joined(BERLIN), left(BERLIN))
                .when()
                .command(offer(BERLIN, 5))
                .then()
                .noEvents()
                .exception(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 1_000_001})
    void a_quantity_out_of_range_makes_no_offer(int quantity) {
        invalid("out-of-range", "quantity", () -> offer(BERLIN, quantity));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000_000})
    void a_quantity_at_its_limit_makes_an_offer(int quantity) {
        assertThat(offer(BERLIN, quantity).quantity()).isEqualTo(quantity);
    }

    @Test
    void a_title_is_needed() {
        invalid("text-empty", "title", () -> offer(ResourceKind.EQUIPMENT, Text.of("en", " "), Set.of(), null, null));
    }

    @Test
    void only_people_have_languages() {
        invalid(
                "languages-of-people-only",
                "languages",
                () -> offer(ResourceKind.VEHICLE, Text.of("en", "Bus"), Set.of("ar"), null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a language", "arabic", "a_b"})
    void what_is_no_language_is_refused(String language) {
        invalid("no-such-language", "languages", () -> people(Set.of(language)));
    }

    @Test
    void twenty_languages_are_enough() {
        assertThat(people(languages(20)).languages()).hasSize(20);
        invalid("too-many", "languages", () -> people(languages(21)));
    }

    @Test
    void availability_ends_after_it_begins() {
        var title = Text.of("en", "Bus");
        invalid(
                "end-before-start",
                "availableUntil",
                () -> offer(ResourceKind.VEHICLE, title, Set.of(), hour(2), hour(2)));
        assertThat(offer(ResourceKind.VEHICLE, title, Set.of(), hour(2), hour(3))
                        .availableUntil())
                .isEqualTo(hour(3));
        assertThat(offer(ResourceKind.VEHICLE, title, Set.of(), null, hour(3)).availableFrom())
                .isNull();
    }

    private static void invalid(String code, String field, Runnable command) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(command::run).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private static Set<String> languages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a" + (char) ('a' + i))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static OfferResource people(Set<String> languages) {
        return offer(ResourceKind.PEOPLE, Text.of("en", "Interpreters"), languages, null, null);
    }

    private static OfferResource offer(
            ResourceKind kind, Text title, Set<String> languages, @Nullable Instant from, @Nullable Instant until) {
        return new OfferResource(
                GHOUTA, MEGAPHONES, BERLIN, kind, title, Text.of("en", ""), 1, languages, null, from, until, NOW);
    }

    private static OfferResource offer(OrganizationId by, int quantity) {
        return new OfferResource(
                GHOUTA,
                MEGAPHONES,
                by,
                ResourceKind.EQUIPMENT,
                Text.ofBoth("مكبرات صوت", "Megaphones"),
                Text.of("en", "with batteries"),
                quantity,
                Set.of(),
                null,
                null,
                null,
                NOW);
    }
}
