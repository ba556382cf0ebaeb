package org.tansiq.infra.wiring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tansiq.domain.actions.SynchronizedCalled;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.json.Lift;

/** The first calls said nothing of what cities need. */
final class CallLifts {
    private CallLifts() {}

    static List<Lift> all() {
        return List.of(new Lift(EventTypes.nameOf(SynchronizedCalled.class), 1, CallLifts::withoutWords));
    }

    private static ObjectNode withoutWords(ObjectNode call) {
        call.set("words", Json.mapper().createObjectNode());
        call.set("needs", Json.mapper().createObjectNode());
        return call;
    }
}
