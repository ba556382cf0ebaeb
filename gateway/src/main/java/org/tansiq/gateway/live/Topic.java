package org.tansiq.gateway.live;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.shared.PublishedView;

/** {@code /topic/coalitions/<id>/<view>}: one view of one coalition. */
record Topic(CoalitionId coalition, PublishedView view) {
    private static final Pattern DESTINATION = Pattern.compile("/topic/coalitions/([^/]{1,100})/([a-z-]{1,40})");

    static Optional<Topic> at(@Nullable String destination) {
        var parts = DESTINATION.matcher(destination == null ? "" : destination);
        if (!parts.matches() || parts.group(1).isBlank()) {
            return Optional.empty();
        }
        var coalition = new CoalitionId(parts.group(1));
        return PublishedView.named(parts.group(2)).map(view -> new Topic(coalition, view));
    }

    String destination() {
        return "/topic/coalitions/" + coalition + "/" + view.view().name();
    }
}
