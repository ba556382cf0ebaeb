package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

/** A coalition of Berlin and Paris, and those who read it without belonging to it. */
abstract class WatchedCoalitionTest extends CoalitionServerTest {
    private static final String UNKNOWN = "coalition-that-nobody-founded";

    Instant until;
    Person berlin;
    Person paris;

    @BeforeAll
    void people() {
        berlin = coordinator();
        paris = coordinator();
        until = now().plus(Duration.ofDays(30));
    }

    CoalitionId ofBoth() {
        return coalition(berlin.organization(), paris.organization());
    }

    static String path(CoalitionId coalition, String... below) {
        return "/coalitions/" + coalition + (below.length == 0 ? "" : "/" + String.join("/", below));
    }

    Person auditing(CoalitionId coalition) {
        var lina = coordinator();
        audits(lina, coalition, berlin.organization(), paris.organization());
        return lina;
    }

    void task(CoalitionId coalition) {
        done(berlin.post(path(coalition, "tasks"), "{\"title\": {\"en\": \"Print leaflets\"}}"));
        rowsAreThere();
    }

    /** Body for body as what does not exist, and nothing in the log. */
    void isNotThere(Person who, CoalitionId coalition) {
        for (var below :
                List.of("", "/tasks", "/auditors", "/tasks/changes?after=-1", "/history", "/tasks?position=0")) {
            var head = history.head();
            var here = who.get(path(coalition) + below);
            var there = who.get("/coalitions/" + UNKNOWN + below);

            problem(here, 404, "no-such-coalition");
            assertThat(here.body().replace(coalition.value(), UNKNOWN)).isEqualTo(there.body());
            assertThat(history.head()).isEqualTo(head);
        }
        assertThat(who.get("/coalitions").body()).doesNotContain(coalition.value());
    }

    static JsonNode mine(Person who, CoalitionId coalition) {
        return json(who.get("/coalitions"))
                .valueStream()
                .filter(one -> one.path("id").asString().equals(coalition.value()))
                .findFirst()
                .orElseThrow();
    }
}
