package org.tansiq.gateway.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.repeats.RequestKey;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;
import org.tansiq.infra.wiring.Receipt;

/**
 * Where requests become commands: it knows the time, makes identifiers, and sees to it that a request repeated with the
 * same {@code Idempotency-Key} by the same person to the same address is carried out once.
 */
@Component
public class Desk {
    public static final String POSITION = "Tansiq-Position";

    private final Commands commands;
    private final Clock clock;

    Desk(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Now, as finely as the log keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A new identifier, the same again when the request is repeated with its key. */
    public <I> I newId(SignedIn me, Function<String, I> kind) {
        var key = key(me);
        return kind.apply((key == null ? UUID.randomUUID() : key.named("id")).toString());
    }

    public Receipt carryOut(SignedIn me, Object command) {
        var key = key(me);
        return commands.carryOut(
                command,
                new Actor(me.person(), me.organization()),
                key == null ? null : key.named("commit").toString());
    }

    /**
     * For a request that begins with what it may itself have changed: a repeat of it, also one that comes at the same
     * moment, is answered as the first was and not refused for want of what it finds no more.
     */
    public ResponseEntity<Answer> once(SignedIn me, Object id, Supplier<ResponseEntity<Answer>> request) {
        return answered(me, id).orElseGet(() -> {
            try {
                return request.get();
            } catch (Refusal refused) {
                return answered(me, id).orElseThrow(() -> refused);
            }
        });
    }

    private Optional<ResponseEntity<Answer>> answered(SignedIn me, Object id) {
        var key = key(me);
        return key == null
                ? Optional.empty()
                : commands.answered(key.named("commit").toString()).map(receipt -> answer(HttpStatus.OK, receipt, id));
    }

    /** Whether this request came before with its key and wrote something then: what it asks for is decided no more. */
    public boolean isRepeat(SignedIn me) {
        var key = key(me);
        return key != null && commands.answered(key.named("commit").toString()).isPresent();
    }

    public ResponseEntity<Answer> done(SignedIn me, Object command, Object id) {
        return answer(HttpStatus.OK, carryOut(me, command), id);
    }

    public ResponseEntity<Answer> created(SignedIn me, Object command, Object id) {
        return answer(HttpStatus.CREATED, carryOut(me, command), id);
    }

    /** @param id null: what it was has gone again by now */
    public static ResponseEntity<Answer> answer(HttpStatus status, Receipt receipt, @Nullable Object id) {
        return ResponseEntity.status(status)
                .header(POSITION, Long.toString(receipt.position()))
                .body(new Answer(id == null ? null : id.toString(), receipt.position()));
    }

    private static @Nullable RequestKey key(SignedIn me) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? RequestKey.of(request.getRequest(), me.person())
                : null;
    }
}
