package org.tansiq.gateway.members;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;

/** Erasing a person, which nobody can take back: so the request names who is meant a second time. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ErasureApi {
    /** @param person the id of who is to be erased, as a confirmation */
    record Confirmed(@Nullable String person) {
        void of(PersonId meant) {
            if (!Fields.required("person", person).equals(meant.value())) {
                throw new Invalid("bad-value", "person", Map.of());
            }
        }
    }

    private final Erasing erasing;

    ErasureApi(Erasing erasing) {
        this.erasing = erasing;
    }

    @PostMapping("/me/erasure")
    ResponseEntity<Answer> me(@CurrentAccount SignedIn me, @RequestBody Confirmed confirmed) {
        confirmed.of(me.person());
        return Desk.answer(HttpStatus.OK, erasing.oneself(me), me.person());
    }

    @PostMapping("/people/{person}/erasure")
    ResponseEntity<Answer> colleague(
            @CurrentAccount SignedIn me, @PathVariable PersonId person, @RequestBody Confirmed confirmed) {
        confirmed.of(person);
        return Desk.answer(HttpStatus.OK, erasing.colleague(me, person), person);
    }
}
