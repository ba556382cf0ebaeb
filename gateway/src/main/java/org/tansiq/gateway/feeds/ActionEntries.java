package org.tansiq.gateway.feeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.shared.Words;
import org.tansiq.projections.actions.ActionRow;

/** Actions as entries of a calendar. */
@Component
class ActionEntries {
    private final Directory directory;
    private final Words words;

    ActionEntries(Directory directory, Words words) {
        this.directory = directory;
        this.words = words;
    }

    /** @param actions as their reader sees them */
    List<Entry> of(List<ActionRow> actions, Locale language) {
        return actions.stream()
                .sorted(Comparator.comparing(ActionRow::from).thenComparing(ActionRow::id))
                .map(action -> entry(action, language))
                .toList();
    }

    private Entry entry(ActionRow action, Locale language) {
        var title = WrittenCalendar.plain(action.title().in(language.getLanguage()));
        return new Entry(
                action.id(),
                action.from(),
                action.until(),
                action.place().zone(),
                action.status() != ActionRow.Status.SCHEDULED,
                action.revision(),
                title.isEmpty() ? kind(action, language) : title,
                description(action, language),
                location(action, language),
                action.venue().at(),
                List.of());
    }

    private String description(ActionRow action, Locale language) {
        var lines = new ArrayList<String>();
        lines.add(kind(action, language));
        lines.add(Stream.concat(
                        action.organizers().stream()
                                .map(organizer -> directory.name(organizer).in(language.getLanguage())),
                        Stream.ofNullable(action.organizedBy()))
                .map(WrittenCalendar::apart)
                .collect(Collectors.joining(" · ")));
        lines.add(action.hashtags().stream().map(WrittenCalendar::apart).collect(Collectors.joining(" ")));
        if (action.status() == ActionRow.Status.MERGED) {
            lines.add(words.of("actions.merged", language));
        }
        if (action.status() == ActionRow.Status.CANCELLED) {
            var why = action.message() == null ? "" : action.message().in(language.getLanguage());
            lines.add(
                    words.of("actions.cancelled", language) + (why.isEmpty() ? "" : ": " + WrittenCalendar.apart(why)));
        }
        return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String location(ActionRow action, Locale language) {
        return Stream.of(action.venue().name(), action.place().name())
                .map(name -> WrittenCalendar.plain(name.in(language.getLanguage())))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(language.getLanguage().equals("ar") ? "، " : ", "));
    }

    private String kind(ActionRow action, Locale language) {
        return words.of("kind." + action.kind(), language);
    }
}
