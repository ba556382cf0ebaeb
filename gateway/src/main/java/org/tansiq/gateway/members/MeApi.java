package org.tansiq.gateway.members;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.infra.members.Role;

/** One's own account. */
@RestController
@RequestMapping("/api/v1/me")
class MeApi {
    record Me(PersonId person, String login, OrganizationId organization, Role role) {}

    record PasswordChange(
            @Nullable String current, @Nullable String next) {}

    private final ChangingPasswords passwords;

    MeApi(ChangingPasswords passwords) {
        this.passwords = passwords;
    }

    @GetMapping
    Me me(@CurrentAccount SignedIn me) {
        return new Me(me.person(), me.login(), me.organization(), me.role());
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@CurrentAccount SignedIn me, Authentication how, @RequestBody PasswordChange change) {
        var current = Fields.required("current", change.current());
        passwords.change(me, InSession.id(how), current, Fields.required("next", change.next()));
    }
}
