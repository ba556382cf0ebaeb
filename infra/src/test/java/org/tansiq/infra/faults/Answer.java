package org.tansiq.infra.faults;

import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.infra.log.LogStopped;
import org.tansiq.infra.log.OutcomeUnknown;
import org.tansiq.infra.log.StoredAt;
import org.tansiq.infra.wiring.Receipt;

/**
 * What whoever sent a commit was told.
 *
 * @param last position of its last event, if it was stored
 * @param why it was not
 */
record Answer(Kind kind, String commit, long last, String why) {
    enum Kind {
        STORED,
        /** There was nothing to write. */
        UNCHANGED,
        /** The condition did not hold, or the decision refused it. */
        REFUSED,
        /** The log could not take it. */
        FAILED,
        UNKNOWN
    }

    static Answer stored(String commit, StoredAt where) {
        return new Answer(Kind.STORED, commit, where.last(), "");
    }

    static Answer of(String commit, Receipt receipt) {
        return new Answer(receipt.changed() ? Kind.STORED : Kind.UNCHANGED, commit, receipt.position(), "");
    }

    static Answer of(String commit, Throwable failure) {
        var kind = switch (failure) {
            case AppendEventsTransactionRejectedException lost -> Kind.REFUSED;
            case Refusal refused -> Kind.REFUSED;
            case OutcomeUnknown unknown -> Kind.UNKNOWN;
            case LogStopped stopped -> Kind.UNKNOWN;
            default -> Kind.FAILED;
        };
        return new Answer(kind, commit, -1, failure instanceof Refusal refused ? refused.code() : causes(failure));
    }

    private static String causes(Throwable failure) {
        var words = new StringBuilder();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            words.append(words.isEmpty() ? "" : " < ").append(cause);
        }
        return words.toString().replaceAll("\\s+", " ");
    }

    String line() {
        return kind + " " + commit + " " + last + " " + why;
    }

    static Answer parse(String line) {
        var words = line.split(" ", 4);
        return new Answer(Kind.valueOf(words[0]), words[1], Long.parseLong(words[2]), words[3]);
    }
}
