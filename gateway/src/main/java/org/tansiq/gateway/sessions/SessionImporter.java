package org.tansiq.gateway.sessions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.sessions.ImportSession;
import org.tansiq.domain.sessions.SessionId;
import org.tansiq.domain.sessions.Sitting;
import org.tansiq.domain.sessions.Standing;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.calendars.CalendarEntry;
import org.tansiq.gateway.calendars.CalendarFile;
import org.tansiq.gateway.sessions.SessionImport.Item;
import org.tansiq.gateway.sessions.SessionImport.Status;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.sessions.SessionCalendar;
import org.tansiq.projections.sessions.SessionRow;

/**
 * Takes over the sessions that a body's calendar tells. An entry is the same session whenever it comes again, so a calendar
 * can be imported as often as one likes; what is not in it any more stays as it is, for calendars leave out what is past.
 */
@Component
class SessionImporter {
    /** What our own feeds write behind the id of a session. */
    private static final String OWN = "@tansiq";

    private static final int AT_ONCE = 64;
    private static final Duration VIEW_WAIT_MAX = Duration.ofSeconds(10);

    private final Commands commands;
    private final Views views;

    SessionImporter(Commands commands, Views views) {
        this.commands = commands;
        this.views = views;
    }

    /**
     * What is asked for besides the file.
     *
     * @param body that sits; if it is empty, the one that the file gives where it is of our own
     * @param leadDays for those that are new; null for what the file gives where it is of our own, else {@value #LEAD_DAYS}
     */
    record Wanted(
            CoalitionId coalition, Text body, @Nullable Integer leadDays) {
        static final int LEAD_DAYS = 21;

        ImportSession command(SessionId session, CalendarEntry.Read read, Actor by, Instant at) {
            var sitting = new Sitting(
                    body.isEmpty() ? read.body() : body,
                    read.title(),
                    read.place(),
                    read.zone(),
                    read.from(),
                    read.until());
            var lead = leadDays != null ? leadDays : read.leadDays() != null ? read.leadDays() : LEAD_DAYS;
            return new ImportSession(
                    coalition, session, by.organization(), sitting, read.cancelled(), lead, read.sequence(), at);
        }
    }

    SessionImport rehearse(Wanted wanted, CalendarFile file, Actor by, Instant at) {
        return new SessionImport(
                file, planned(wanted, file, by, at).stream().map(Planned::item).toList(), -1);
    }

    SessionImport carryOut(Wanted wanted, CalendarFile file, Actor by, Instant at) {
        var outcomes = new ArrayList<Outcome>();
        try (var workers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var work = planned(wanted, file, by, at).stream()
                    .map(planned -> (Callable<Outcome>) () -> carryOut(planned, by))
                    .toList();
            for (var done : workers.invokeAll(work)) {
                outcomes.add(done.get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted; it can be repeated.", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failed.getCause());
        }
        return new SessionImport(
                file,
                outcomes.stream().map(Outcome::item).toList(),
                outcomes.stream().mapToLong(Outcome::position).max().orElse(-1));
    }

    /** @param command null where there is nothing to do */
    private record Planned(Item item, @Nullable ImportSession command) {}

    private record Outcome(Item item, long position) {}

    private Outcome carryOut(Planned planned, Actor by) {
        var command = planned.command();
        var item = planned.item();
        if (command == null) {
            return new Outcome(item, -1);
        }
        try {
            var receipt = commands.carryOut(command, by, null);
            return receipt.changed()
                    ? new Outcome(item, receipt.position())
                    : new Outcome(item.status() == Status.OLDER ? item : as(item, Status.UNCHANGED, null), -1);
        } catch (Refusal refused) {
            return new Outcome(as(item, Status.UNREADABLE, refused), -1);
        }
    }

    private static Item as(Item item, Status status, @Nullable Refusal why) {
        return new Item(item.line(), item.uid(), item.title(), status, item.session(), item.read(), why);
    }

    private List<Planned> planned(Wanted wanted, CalendarFile file, Actor by, Instant at) {
        views.catchUp(SessionCalendar.SESSIONS, VIEW_WAIT_MAX); // whoever has just imported it sees that it is there
        var last = lastOfEach(file);
        return file.entries().stream()
                .map(entry -> switch (entry) {
                    case CalendarEntry.Unreadable bad ->
                        new Planned(
                                new Item(bad.line(), bad.uid(), bad.title(), Status.UNREADABLE, null, null, bad.why()),
                                null);
                    case CalendarEntry.Read read -> planned(wanted, read, read.equals(last.get(key(read))), by, at);
                })
                .toList();
    }

    private Planned planned(Wanted wanted, CalendarEntry.Read read, boolean last, Actor by, Instant at) {
        var own = own(wanted.coalition(), read.uid());
        var session = own == null ? session(wanted.coalition(), read) : new SessionId(own.id());
        var item =
                new Item(read.line(), read.uid(), read.title().in("en"), Status.UNCHANGED, session.value(), read, null);
        if (own != null) {
            return new Planned(item, null);
        }
        if (!last) {
            return new Planned(as(item, Status.OLDER, null), null);
        }
        try {
            var command = wanted.command(session, read, by, at);
            var now = views.get(SessionCalendar.SESSIONS, session.value()).map(SessionRow::standing);
            var means =
                    Standing.importing(now.orElse(null), command.sitting(), command.cancelled(), command.sequence());
            return switch (means) {
                case NEW -> new Planned(as(item, Status.NEW, null), command);
                case MOVED -> new Planned(as(item, Status.MOVED, null), command);
                case CANCELLED -> new Planned(as(item, Status.CANCELLED, null), command);
                case UNCHANGED -> new Planned(item, command);
                case OLDER -> new Planned(as(item, Status.OLDER, null), command);
                case CLOSED -> new Planned(as(item, Status.UNREADABLE, new Conflict("session-cancelled")), command);
            };
        } catch (Refusal refused) {
            return new Planned(as(item, Status.UNREADABLE, refused), null);
        }
    }

    /** An export of what is here says nothing of it that is not known here. */
    private @Nullable SessionRow own(CoalitionId coalition, String uid) {
        return uid.endsWith(OWN)
                ? views.get(SessionCalendar.SESSIONS, uid.substring(0, uid.length() - OWN.length()))
                        .filter(row -> row.coalition().equals(coalition.value()))
                        .orElse(null)
                : null;
    }

    private static Map<String, CalendarEntry.Read> lastOfEach(CalendarFile file) {
        var last = new HashMap<String, CalendarEntry.Read>();
        for (var entry : file.entries()) {
            if (entry instanceof CalendarEntry.Read read) {
                last.merge(key(read), read, (one, other) -> LATER.compare(one, other) > 0 ? one : other);
            }
        }
        return last;
    }

    private static final Comparator<CalendarEntry.Read> LATER = Comparator.comparingInt(CalendarEntry.Read::sequence);

    private static String key(CalendarEntry.Read read) {
        return read.uid().length() + ":" + read.uid() + read.recurrence();
    }

    /** Always the same for the same entry, and another in every coalition. */
    private static SessionId session(CoalitionId coalition, CalendarEntry.Read read) {
        var name = coalition.value().length() + ":" + coalition.value() + key(read);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return new SessionId(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
