package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;

/** A person is erased once, and for good. */
public final class ErasingPersons {
    @CommandHandler
    void handle(ErasePerson command, @InjectEntity Person person, EventAppender events) {
        events.append(decide(command, person.isErased()));
    }

    static List<PersonErased> decide(ErasePerson erase, boolean already) {
        return already ? List.of() : List.of(new PersonErased(erase.person(), erase.at()));
    }
}
