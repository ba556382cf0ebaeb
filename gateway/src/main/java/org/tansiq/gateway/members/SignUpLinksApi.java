package org.tansiq.gateway.members;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.infra.members.Role;

/** A coordinator lets further people of the own organisation in, or another organisation's first coordinator. */
@RestController
@RequestMapping(path = "/api/v1/sign-up-links", produces = MediaType.APPLICATION_JSON_VALUE)
class SignUpLinksApi {
    /** @param newOrganization for an organisation that is not here yet, whose first coordinator the link makes */
    record Wanted(@Nullable Role role, @Nullable Boolean newOrganization) {}

    /** @param link a path on this server, told this once */
    record Link(String link, Instant expires) {}

    private final SignUpLinks links;

    SignUpLinksApi(SignUpLinks links) {
        this.links = links;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Link make(@CurrentAccount SignedIn me, @RequestBody Wanted wanted) {
        if (me.role() != Role.COORDINATOR) {
            throw new ProblemException(WebProblem.COORDINATOR_ONLY);
        }
        var made = Boolean.TRUE.equals(wanted.newOrganization())
                ? links.make(null, Role.COORDINATOR, me.person())
                : links.make(me.organization(), role(wanted), me.person());
        return new Link(made.path(), made.expires());
    }

    private static Role role(Wanted wanted) {
        var role = Fields.required("role", wanted.role());
        if (!Role.inOrganizations().contains(role)) {
            throw new Invalid("bad-choice", "role", Map.of("choices", Role.inOrganizations()));
        }
        return role;
    }
}
