package org.tansiq.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tansiq.domain.members.AdmitObserver;
import org.tansiq.domain.members.DismissObserver;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import org.tansiq.probe.Tokens;

/** What those hear of a coalition who do not belong to it. */
class WatchersListeningTest extends CoalitionServerTest {
    private Person berlin;
    private Person paris;
    private Person lina;
    private Person oslo;
    private CoalitionId coalition;

    @BeforeAll
    void people() {
        berlin = coordinator();
        paris = coordinator();
        oslo = coordinator();
        lina = coordinator();
        coalition = coalition(berlin.organization(), paris.organization());
        audits(lina, coalition, berlin.organization(), paris.organization());
        admit();
        rowsAreThere();
    }

    private void admit() {
        carryOut(
                new AdmitObserver(coalition, oslo.organization(), berlin.organization(), now()), berlin.organization());
    }

    private LiveSocket socket(Person who) {
        var socket = LiveSocket.open("http://127.0.0.1:" + port, "Authorization", Tokens.bearer(who.token()));
        socket.send("CONNECT\naccept-version:1.2\nheart-beat:0,0\n\n\0");
        assertThat(socket.next().command()).isEqualTo("CONNECTED");
        return socket;
    }

    private String topic(PublishedView view) {
        return "/topic/coalitions/" + coalition + "/" + view.view().name();
    }

    private static void refused(LiveSocket live, String topic) {
        live.ask(topic);
        var answer = live.next();
        assertThat(answer.command()).isEqualTo("ERROR");
        assertThat(answer.headers().get("message")).isEqualTo("There is no such topic.");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_auditor_has_no_topic(PublishedView view) {
        try (var live = socket(lina)) {
            refused(live, topic(view));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_observer_has_the_topics_of_what_is_planned(PublishedView view) {
        try (var live = socket(oslo)) {
            if (view == PublishedView.MEMBERS || view == PublishedView.AUDITORS) {
                refused(live, topic(view));
            } else {
                live.ask(topic(view));
                assertThat(live.next().command()).isEqualTo("RECEIPT");
            }
        }
    }

    @Test
    void whoever_becomes_an_auditor_or_observes_no_more_hears_no_more() {
        var own = person(paris.organization(), Role.AUDITOR);
        try (var auditing = socket(own);
                var observing = socket(oslo)) {
            auditing.ask(topic(PublishedView.TASKS));
            assertThat(auditing.next().command()).isEqualTo("RECEIPT");
            observing.ask(topic(PublishedView.TASKS));
            assertThat(observing.next().command()).isEqualTo("RECEIPT");

            audits(own, coalition, berlin.organization(), paris.organization());
            carryOut(
                    new DismissObserver(coalition, oslo.organization(), oslo.organization(), now()),
                    oslo.organization());

            auditing.closed(Duration.ofSeconds(30));
            observing.closed(Duration.ofSeconds(30));
        } finally {
            admit();
            rowsAreThere();
        }
    }
}
