package org.tansiq.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tansiq.domain.shared.CoalitionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One coalition, seen through the API and in the log. */
public record Coalition(Campaign campaign, String id) {
    private static final JsonMapper JSON = new JsonMapper();

    public String path(String below) {
        return "/api/v1/coalitions/" + id + below;
    }

    public void admit(Person steward, Person other) {
        var invitation = steward.post(
                        path("/invitations"),
                        Map.of("organization", other.organization().value()))
                .id();
        other.post(path("/invitations/" + invitation + "/accept")).done();
        campaign.settle();
    }

    /** The rows of a view, as they are when it shows all that has happened. */
    public List<JsonNode> rows(Person reader, String view) {
        campaign.settle();
        return reader.get(path("/" + view)).done().items();
    }

    public JsonNode row(Person reader, String view, String id) {
        campaign.settle();
        return reader.get(path("/" + view + "/" + id)).done().json();
    }

    /** What lies below the coalition's path, when the views show all that has happened. */
    public JsonNode read(Person reader, String below) {
        campaign.settle();
        return reader.get(path(below)).done().json();
    }

    /** Its events, as the log has them; but for what was found by itself, which comes when it comes. */
    public List<JsonNode> log() {
        var lines = new ArrayList<JsonNode>();
        try {
            campaign.history()
                    .entries(
                            new CoalitionId(id),
                            0,
                            campaign.history().head(),
                            entry -> lines.add(JSON.readTree(entry.line())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        lines.removeIf(line -> line.path("event").asString().equals("actions.FindingRaised"));
        return lines;
    }

    /** What is refused leaves nothing in the log. */
    public JsonNode refusing(int status, String code, Supplier<Reply> attempt) {
        var before = log().size();
        var problem = attempt.get().refused(status, code);
        assertThat(log()).as("nothing was written").hasSize(before);
        return problem;
    }

    /** The names of the events that doing this wrote. */
    public List<String> writing(Runnable doing) {
        var before = log().size();
        doing.run();
        return log().stream()
                .skip(before)
                .map(line -> line.path("event").asString())
                .toList();
    }
}
