package org.tansiq.gateway.members;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;

/** An organisation registers itself, before anybody of it has an account. */
@Component
class RegisteringByCommand implements OrganizationRegistrar {
    private static final PersonId NOBODY_YET = new PersonId("sign-up");

    private final Commands commands;
    private final Clock clock;

    RegisteringByCommand(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void register(OrganizationId organization, Text name) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        commands.carryOut(new RegisterOrganization(organization, name, at), new Actor(NOBODY_YET, organization), null);
    }
}
