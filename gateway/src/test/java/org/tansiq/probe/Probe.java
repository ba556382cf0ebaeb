package org.tansiq.probe;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.members.Role;

/** A subject of no meaning, to see what the frame makes of bodies and exceptions. Outside of the scanned packages. */
@RestController
public class Probe {
    public record Place(@Nullable Double latitude) {}

    public record Body(
            @Nullable Text title,
            @Nullable Integer count,
            @Nullable List<Place> places,
            @Nullable Instant from,
            @Nullable LocalDate on,
            @Nullable ZoneId zone,
            @Nullable Role role,
            @Nullable CoalitionId coalition,
            @Nullable Object anything) {
        public Body {
            if (title != null) {
                Limits.name("title", title);
            }
        }
    }

    @PostMapping(path = "/api/v1/probe", consumes = "application/json")
    Body echo(@RequestBody Body body) {
        return body;
    }

    @PostMapping(path = {"/api/v1/probe/text", "/api/v1/probe/actions/import"})
    Map<String, Object> length(@RequestBody byte[] body) {
        return Map.of("length", body.length);
    }

    @GetMapping("/api/v1/probe/coalitions/{c}")
    Map<String, Object> coalition(@PathVariable CoalitionId c) {
        return Map.of("coalition", c);
    }

    @GetMapping("/api/v1/probe/query")
    Map<String, Object> query(@RequestParam int after, @RequestParam(required = false) @Nullable Instant from) {
        return Map.of("after", after);
    }

    @GetMapping({"/api/v1/probe/fails/{how}", "/probe/fails/{how}"})
    String fails(@PathVariable String how) throws Throwable {
        throw switch (how) {
            case "invalid" -> new Invalid("text-too-long", "title", Map.of("max", 200, "length", 201));
            case "not-found" -> new NotFound("task", "t1");
            case "not-allowed" -> new NotAllowed("steward-only");
            case "conflict" -> new Conflict("task-held", Map.of("holder", "paris"));
            case "wrapped" -> new IllegalStateException(new RuntimeException(new Conflict("task-done")));
            case "new-code" -> new Conflict("never-heard-of");
            case "checked" -> new IOException("a secret of ours");
            case "error" -> new AssertionError("a secret of ours");
            default -> new IllegalStateException("a secret of ours");
        };
    }
}
