package org.tansiq.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Connections;
import org.tansiq.probe.LookedUp;
import org.tansiq.probe.Scenery;

/** Who runs this server tells nobody so: it asks for no name and connects to nothing but what it was told to. */
class NothingOutsideTest extends CoalitionServerTest {
    @Test
    void a_server_that_is_used_in_every_way_there_is_connects_to_nothing_outside() {
        assumeTrue(Connections.areTold());
        assumeTrue(System.getenv("TANSIQ_TEST_MONGODB") == null, "MongoDB may be elsewhere");
        var connections = new ConcurrentSkipListSet<String>();
        try (var watch = Executors.newSingleThreadScheduledExecutor()) {
            var looking = watch.scheduleAtFixedRate(
                    () -> connections.addAll(Connections.outside()), 0, 5, TimeUnit.MILLISECONDS);
            var scenery = new Scenery(this);
            for (var endpoint : Scenery.ENDPOINTS.values()) {
                var request = endpoint.example().apply(scenery);
                var who = endpoint.kind() == Scenery.Kind.OPERATION ? scenery.operator : scenery.home;
                if (endpoint.method().equals("GET")) {
                    who.get(request.path());
                } else if (request.body() == null && endpoint.method().equals("POST")) {
                    who.post(request.path());
                } else {
                    who.client()
                            .send(
                                    endpoint.method(),
                                    "/api/v1" + request.path(),
                                    request.body() == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(request.body()),
                                    who.with("Content-Type", request.type()));
                }
            }
            for (var page : Set.of("/", "/coalitions/" + scenery.coalition + "/actions", "/sign-in", "/operations")) {
                scenery.home.client().get(page, scenery.home.with());
            }
            assertThat(looking.isDone()).as("it looked to the end").isFalse();
        }
        assertThat(connections).isEmpty();
        assertThat(LookedUp.outside()).isEmpty();
    }
}
