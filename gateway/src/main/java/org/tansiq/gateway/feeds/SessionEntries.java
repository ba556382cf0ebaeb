package org.tansiq.gateway.feeds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Show;
import org.tansiq.gateway.shared.Words;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.sessions.SessionCalendar;
import org.tansiq.projections.sessions.SessionRow;
import org.tansiq.projections.shared.Keys;

/**
 * Sessions of international bodies as entries of a calendar, each with the actions that are timed to it and the warning when
 * there is none. All languages go along, beside the one that calendars have room for, so that a calendar that another
 * coalition imports gives the same sessions.
 */
@Component
class SessionEntries {
    private static final String OWN = "X-TANSIQ-";

    private final Views views;
    private final Sights sights;
    private final Directory directory;
    private final Words words;
    private final Clock clock;

    SessionEntries(Views views, Sights sights, Directory directory, Words words, Clock clock) {
        this.views = views;
        this.sights = sights;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    List<Entry> of(Reader reader, CoalitionId coalition, Locale language) {
        var position = views.position(SessionCalendar.SESSIONS);
        var key = Keys.key(Tags.COALITION, coalition);
        var sessions = views.find(SessionCalendar.SESSIONS, key);
        var sight = sights.of(reader, coalition, position);
        var actions = sight.rows(views.find(Calendar.ACTIONS, key)).stream()
                .collect(Collectors.toMap(ActionRow::id, Function.identity()));
        return sight.rows(sessions).stream()
                .sorted(Comparator.comparing(SessionRow::from).thenComparing(SessionRow::id))
                .map(session -> entry(session, actions, language))
                .toList();
    }

    private Entry entry(SessionRow session, Map<String, ActionRow> actions, Locale language) {
        return new Entry(
                session.id(),
                session.from(),
                session.until(),
                session.zone(),
                session.status() == SessionRow.Status.CANCELLED,
                session.revision(),
                plain(session.title(), language),
                description(session, actions, language),
                plain(session.place(), language),
                null,
                extras(session));
    }

    private String description(SessionRow session, Map<String, ActionRow> actions, Locale language) {
        var show = new Show(language, directory);
        var lines = new ArrayList<String>();
        lines.add(WrittenCalendar.apart(plain(session.body(), language)));
        if (session.status() == SessionRow.Status.CANCELLED) {
            lines.add(words.of("actions.cancelled", language));
        } else if (session.lacks(clock.instant())) {
            lines.add(words.of("sessions.lacks", language));
        }
        session.actions().stream()
                .filter(actions::containsKey)
                .map(actions::get)
                .sorted(Comparator.comparing(ActionRow::from).thenComparing(ActionRow::id))
                .map(action -> WrittenCalendar.apart(plain(action.title(), language)) + " · "
                        + WrittenCalendar.apart(plain(action.place().name(), language)) + " · "
                        + WrittenCalendar.apart(show.local(action.localFrom())))
                .forEach(lines::add);
        return lines.stream().filter(line -> line.length() > 2).collect(Collectors.joining("\n"));
    }

    private static List<Entry.Extra> extras(SessionRow session) {
        var extras = new ArrayList<Entry.Extra>();
        extras.add(new Entry.Extra(OWN + "ZONE", null, session.zone().getId()));
        extras.add(new Entry.Extra(OWN + "LEAD-DAYS", null, Integer.toString(session.leadDays())));
        Map.of("TITLE", session.title(), "PLACE", session.place(), "BODY", session.body()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(text -> text.getValue()
                        .in()
                        .forEach((language, words) -> extras.add(
                                new Entry.Extra(OWN + text.getKey(), language, WrittenCalendar.plain(words)))));
        return extras;
    }

    private static String plain(Text text, Locale language) {
        return WrittenCalendar.plain(text.in(language.getLanguage()));
    }
}
