package org.tansiq.gateway.passkeys;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.InSession;
import org.tansiq.gateway.members.OwnProof;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.infra.members.Passkeys;
import tools.jackson.databind.JsonNode;

/** One's own passkeys: made in a session that has shown password and second factor for it, removed at any time. */
@Controller
@WhereThereIsASite
class OwnPasskeys {
    static final int MAX = 10;

    /** @param code of the authenticator, or for recovery */
    record Proof(@Nullable String current, @Nullable String code) {}

    /** @param answer of the browser */
    record Made(@Nullable String label, @Nullable JsonNode answer) {}

    private final Ceremonies ceremonies;
    private final Passkeys passkeys;
    private final OwnProof proof;

    OwnPasskeys(Ceremonies ceremonies, Passkeys passkeys, OwnProof proof) {
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
        this.proof = proof;
    }

    @PostMapping(path = "/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(@CurrentAccount SignedIn me, Authentication how, @RequestBody Proof shown) {
        Limits.atMost("passkeys", passkeys.of(me.person()).size() + 1, MAX);
        proof.byAnyCode(
                me.person(), Fields.required("current", shown.current()), Fields.required("code", shown.code()));
        return ceremonies.askForNew(session(how), me.person());
    }

    @PostMapping(path = "/account/passkeys", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> add(@CurrentAccount SignedIn me, Authentication how, @RequestBody Made made) {
        var label = Fields.required("label", made.label());
        Limits.line("label", label);
        ceremonies.add(
                session(how), label, Fields.required("answer", made.answer()).toString());
        return Map.of("next", "/account?done");
    }

    @PostMapping("/account/passkeys/{passkey}/remove")
    String remove(@CurrentAccount SignedIn me, @PathVariable String passkey) {
        if (!passkeys.remove(me.person(), passkey)) {
            throw new NotFound("passkey", passkey);
        }
        return "redirect:/account?done";
    }

    private static String session(Authentication how) {
        return InSession.id(how).orElseThrow(() -> new ProblemException(WebProblem.SESSION_NEEDED));
    }
}
