package org.tansiq.gateway.actions;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;

/** Three who plan: all in one coalition, and two of them in another too. Each test has a week of its own. */
abstract class PlannersTest extends CoalitionServerTest {
    static final String ORG = ", \"visibility\": {\"reach\": \"ORG\"}";
    static final String PUBLIC = ", \"visibility\": {\"reach\": \"PUBLIC\"}";

    private static final AtomicInteger DAYS = new AtomicInteger();

    Person berlin;
    Person paris;
    /** Belongs to the other coalition too. */
    Person both;

    CoalitionId here;
    CoalitionId elsewhere;

    @BeforeAll
    void people() {
        berlin = coordinator();
        paris = coordinator();
        both = coordinator();
        here = coalition(berlin.organization(), paris.organization(), both.organization());
        elsewhere = coalition(paris.organization(), both.organization());
        rowsAreThere();
    }

    static String day() {
        return LocalDate.parse("2031-01-01")
                .plusDays(7L * DAYS.incrementAndGet())
                .toString();
    }

    static String vigil(String title, String starts, String more) {
        return """
                {"title": {"en": "%s"}, "kind": "VIGIL", "city": "berlin", "starts": "%s"%s}""".formatted(title, starts, more);
    }

    static String actions(CoalitionId coalition) {
        return "/coalitions/" + coalition + "/actions";
    }

    static String scheduled(Person by, CoalitionId coalition, String body) {
        return id(by.post(actions(coalition), body));
    }
}
