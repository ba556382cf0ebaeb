package org.tansiq.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tansiq.domain.shared.Visibility.Reach;

class VisibilityTest {
    private static final OrganizationId OWNER = new OrganizationId("owner");
    private static final OrganizationId FRIEND = new OrganizationId("friend");
    private static final OrganizationId MEMBER = new OrganizationId("member");
    private static final Instant NOON = Instant.parse("2018-02-24T12:00:00Z");

    private static Visibility of(Reach reach, boolean embargoed) {
        return new Visibility(reach, Set.of(FRIEND), embargoed ? NOON : null);
    }

    @ParameterizedTest
    @CsvSource({
        "ORG, false, false",
        "NAMED, true, false",
        "COALITION, true, true",
        "PUBLIC, true, true",
    })
    void the_reach_says_who_sees_it(Reach reach, boolean friend, boolean member) {
        assertThat(of(reach, false).seenBy(OWNER, Set.of(OWNER))).isTrue();
        assertThat(of(reach, false).seenBy(FRIEND, Set.of(OWNER))).isEqualTo(friend);
        assertThat(of(reach, false).seenBy(MEMBER, Set.of(OWNER))).isEqualTo(member);
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void under_an_embargo_only_those_see_it_whose_it_is(Reach reach) {
        assertThat(of(reach, true).seenBy(OWNER, Set.of(OWNER))).isTrue();
        assertThat(of(reach, true).seenBy(FRIEND, Set.of(OWNER))).isFalse();
        assertThat(of(reach, true).seenBy(MEMBER, Set.of(OWNER))).isFalse();
        assertThat(of(reach, true).isPublic()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void only_what_is_public_is_public(Reach reach) {
        assertThat(of(reach, false).isPublic()).isEqualTo(reach == Reach.PUBLIC);
    }

    @Test
    void an_embargo_is_lifted_when_it_is_due_or_by_whoever_does_not_wait() {
        var embargoed = of(Reach.COALITION, true);

        assertThat(embargoed.lifted(NOON.minusMillis(1))).isEqualTo(embargoed);
        assertThat(embargoed.lifted(NOON)).isEqualTo(of(Reach.COALITION, false));
        assertThat(embargoed.lifted(null)).isEqualTo(of(Reach.COALITION, false));
        assertThat(Visibility.COALITION.lifted(NOON)).isSameAs(Visibility.COALITION);
    }

    @Test
    void names_count_only_where_names_are_asked_for() {
        assertThat(new Visibility(Reach.ORG, Set.of(FRIEND), null))
                .isEqualTo(new Visibility(Reach.ORG, Set.of(), null));
        assertThatThrownBy(() -> Visibility.check("visibility", new Visibility(Reach.NAMED, Set.of(), null)))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo("nobody-named"));
        Visibility.check("visibility", of(Reach.NAMED, true));
    }

    @Test
    void too_many_names_are_refused() {
        var many = new HashSet<OrganizationId>();
        for (var i = 0; i <= Visibility.NAMED_MAX; i++) {
            many.add(new OrganizationId("organization-" + i));
        }

        assertThatThrownBy(() -> Visibility.check("visibility", new Visibility(Reach.NAMED, many, null)))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo("too-many"));
    }
}
