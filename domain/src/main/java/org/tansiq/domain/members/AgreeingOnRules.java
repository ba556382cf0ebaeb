package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Text;

/** The rules of a coalition take two organisations: a steward proposes them, another member agrees to what they have read. */
public final class AgreeingOnRules {
    @CommandHandler
    void handle(
            ProposeRules command,
            @InjectEntity(idProperty = "membership") Membership steward,
            @InjectEntity Rules rules,
            EventAppender events) {
        steward.requiredSteward(command.membership());
        events.append(decide(command, rules));
    }

    @CommandHandler
    void handle(
            SecondRules command,
            @InjectEntity(idProperty = "membership") Membership second,
            @InjectEntity Rules rules,
            EventAppender events) {
        second.required(command.membership());
        events.append(decide(command, rules.state()));
    }

    @CommandHandler
    void handle(WithdrawRules command, @InjectEntity Rules rules, EventAppender events) {
        events.append(decide(command, rules.state()));
    }

    /** The last proposal counts, whoever made the one before. */
    static List<MemberEvent> decide(ProposeRules propose, Rules rules) {
        return rules.isSo(propose.rules(), propose.by())
                ? List.of()
                : List.of(new RulesProposed(propose.coalition(), propose.rules(), propose.by(), propose.at()));
    }

    /** Nobody agrees to words that are not there any more, because their author was erased. */
    static List<MemberEvent> decide(SecondRules second, Rules.State state) {
        return switch (state) {
            case Rules.Proposed(var by, var rules)
            when !rules.equals(Text.ERASED) -> {
                if (!by.equals(second.proposedBy()) || !RulesDigest.of(rules).equals(second.digest())) {
                    throw new Conflict("rules-changed");
                }
                if (second.by().equals(by)) {
                    throw new NotAllowed("another-organization");
                }
                yield List.of(new RulesAgreed(second.coalition(), rules, by, second.by(), second.at()));
            }
            case Rules.Agreed(var proposedBy, var by, var digest)
            when proposedBy.equals(second.proposedBy()) && by.equals(second.by()) && digest.equals(second.digest()) ->
                List.of();
            case Rules.State other -> throw new NotFound("rules-proposal", second.coalition());
        };
    }

    static List<MemberEvent> decide(WithdrawRules withdraw, Rules.State state) {
        return state instanceof Rules.Proposed proposed && proposed.by().equals(withdraw.by())
                ? List.of(new RulesWithdrawn(withdraw.coalition(), withdraw.by(), withdraw.at()))
                : List.of();
    }
}
