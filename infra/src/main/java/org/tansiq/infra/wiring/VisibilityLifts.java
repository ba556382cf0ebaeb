package org.tansiq.infra.wiring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.resources.ResourceOffered;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.domain.tasks.TaskOpened;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.json.Lift;

/** What came into the log before anybody could say who sees it was for all of the coalition. */
final class VisibilityLifts {
    private VisibilityLifts() {}

    static List<Lift> all() {
        return List.of(
                new Lift(EventTypes.nameOf(TaskOpened.class), 1, task -> forAll(task, "visibility")),
                new Lift(
                        EventTypes.nameOf(ActionScheduled.class),
                        1,
                        action -> forAll(forAll(action, "visibility"), "venueVisibility")),
                new Lift(EventTypes.nameOf(ResourceOffered.class), 1, resource -> forAll(resource, "visibility")));
    }

    private static ObjectNode forAll(ObjectNode event, String field) {
        return event.set(field, Json.mapper().valueToTree(Visibility.COALITION));
    }
}
