package org.tansiq.domain.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.MembersModule;
import org.tansiq.domain.members.OrganizationJoined;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

class ClaimingTasksTest {
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final OrganizationId PARIS = new OrganizationId("paris");
    private static final TaskId PERMIT = new TaskId("permit");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");

    private final AxonTestFixture fixture = AxonTestFixture.with(
            TasksModule.register(MembersModule.register(EventSourcingConfigurer.create())),
            AxonTestFixture.Customization::disableAxonServer);

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_member_takes_an_open_task() {
        fixture.given()
                .events(joined(BERLIN), opened())
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .events(new TaskClaimed(GHOUTA, PERMIT, BERLIN, NOW));
    }

    @Test
    void a_task_that_another_holds_is_refused() {
        fixture.given()
                .events(joined(BERLIN), joined(PARIS), opened(), new TaskClaimed(GHOUTA, PERMIT, PARIS, NOW))
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal -> assertThat(refusal)
                        .isInstanceOf(Conflict.class)
                        .hasMessageContaining("task-held")
                        .hasMessageContaining("paris"));
    }

    @Test
    void whoever_left_claims_nothing() {
        fixture.given()
                .events(joined(BERLIN), new OrganizationLeft(GHOUTA, BERLIN, NOW), opened())
                .when()
                .command(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW))
                .then()
                .noEvents()
                .exception(NotFound.class);
    }

    private static OrganizationJoined joined(OrganizationId organization) {
        return new OrganizationJoined(GHOUTA, organization, null, null, NOW);
    }

    private static TaskOpened opened() {
        return new TaskOpened(
                GHOUTA,
                PERMIT,
                PARIS,
                Text.ofBoth("تصريح الشرطة", "Police permit"),
                Text.of("en", "by hand"),
                null,
                null,
                NOW);
    }
}
