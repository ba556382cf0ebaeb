package org.tansiq.domain.tasks;

import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;

import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** The task that the tests of tasks are about. */
final class Permit {
    static final TaskId PERMIT = new TaskId("permit");
    static final Text TITLE = Text.ofBoth("تصريح الشرطة", "Police permit");
    static final Text NEEDED = Text.of("en", "by hand, two weeks ahead");

    private Permit() {}

    static TaskOpened openedBy(OrganizationId organization) {
        return new TaskOpened(GHOUTA, PERMIT, organization, TITLE, NEEDED, null, null, NOW);
    }

    static TaskClaimed heldBy(OrganizationId organization) {
        return new TaskClaimed(GHOUTA, PERMIT, organization, NOW);
    }

    static TaskReleased releasedBy(OrganizationId organization) {
        return new TaskReleased(GHOUTA, PERMIT, organization, NOW);
    }

    static HandOverOffered offered(OrganizationId by, OrganizationId to) {
        return new HandOverOffered(GHOUTA, PERMIT, by, to, NOW);
    }

    static TaskCompleted doneBy(OrganizationId organization) {
        return new TaskCompleted(GHOUTA, PERMIT, organization, NOW);
    }

    static TaskCancelled cancelledBy(OrganizationId organization) {
        return new TaskCancelled(GHOUTA, PERMIT, organization, Text.of("en", "no permit is needed"), NOW);
    }
}
