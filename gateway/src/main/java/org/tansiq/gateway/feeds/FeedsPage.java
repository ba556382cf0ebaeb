package org.tansiq.gateway.feeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.actions.Places;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.members.MyCoalitions;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Policy;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Show;
import org.tansiq.infra.feeds.Feed;
import org.tansiq.infra.feeds.Feeds;
import org.tansiq.infra.feeds.Subject;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/** Where people make calendar feeds for what they see, and take them back. */
@Controller
class FeedsPage {
    private final Feeds feeds;
    private final MyCoalitions coalitions;
    private final Directory directory;
    private final Access access;
    private final Sights sights;
    private final Views views;
    private final Places places;

    FeedsPage(
            Feeds feeds,
            MyCoalitions coalitions,
            Directory directory,
            Access access,
            Sights sights,
            Views views,
            Places places) {
        this.feeds = feeds;
        this.coalitions = coalitions;
        this.directory = directory;
        this.access = access;
        this.sights = sights;
        this.views = views;
        this.places = places;
    }

    /** One that may be made. */
    public record Choice(String id, String name) {}

    /** @param choices empty where there is nothing to choose */
    public record Makable(Subject subject, List<Choice> choices) {}

    /** One that was made, as it is listed. */
    public record Made(Feed feed, String coalition, String of) {}

    @GetMapping("/feeds")
    String mine(
            @CurrentAccount SignedIn me,
            @RequestParam(required = false) @Nullable String coalition,
            Locale locale,
            Model page) {
        var show = new Show(locale, directory);
        var readers = coalitions.read(me).stream()
                .filter(one -> access.reader(me, new CoalitionId(one.id()))
                        .filter(Policy::hasFeeds)
                        .isPresent())
                .toList();
        var chosen = readers.stream()
                .filter(one -> coalition == null || one.id().equals(coalition))
                .findFirst();
        page.addAttribute("show", show);
        page.addAttribute("coalitions", readers);
        page.addAttribute("chosen", chosen.orElse(null));
        page.addAttribute(
                "makable",
                chosen.flatMap(one -> access.reader(me, new CoalitionId(one.id()))
                                .map(reader -> makable(reader, new CoalitionId(one.id()), show)))
                        .orElse(List.of()));
        page.addAttribute(
                "feeds",
                feeds.ofPerson(me.person()).stream()
                        .map(feed -> new Made(
                                feed,
                                readers.stream()
                                        .filter(one ->
                                                one.id().equals(feed.coalition().value()))
                                        .map(one -> show.text(one.name()))
                                        .findFirst()
                                        .orElse(""),
                                of(me, feed, show)))
                        .toList());
        return "feeds";
    }

    private List<Makable> makable(Reader reader, CoalitionId coalition, Show show) {
        var makable = new ArrayList<Makable>();
        makable.add(new Makable(Subject.COALITION, List.of()));
        makable.add(new Makable(
                Subject.ORGANIZATION,
                choices(seen(MembersProjection.MEMBERS, reader, coalition).stream()
                        .filter(row -> row.standing().belongs())
                        .map(row -> new Choice(row.organization(), show.text(row.name())))
                        .toList())));
        var cities = new TreeMap<String, Text>();
        seen(Calendar.ACTIONS, reader, coalition)
                .forEach(action ->
                        cities.put(action.place().city().value(), action.place().name()));
        makable.add(new Makable(
                Subject.CITY,
                choices(cities.entrySet().stream()
                        .map((Map.Entry<String, Text> city) -> new Choice(city.getKey(), show.text(city.getValue())))
                        .toList())));
        makable.add(new Makable(
                Subject.SYNCHRONISED,
                choices(seen(Coverage.SYNCHRONIZED, reader, coalition).stream()
                        .map(call -> new Choice(call.id(), show.text(call.title())))
                        .toList())));
        makable.add(new Makable(Subject.SESSIONS, List.of()));
        return makable.stream()
                .filter(one -> one.subject() == Subject.COALITION
                        || one.subject() == Subject.SESSIONS
                        || !one.choices().isEmpty())
                .toList();
    }

    private static List<Choice> choices(List<Choice> any) {
        return any.stream()
                .sorted(Comparator.comparing(Choice::name).thenComparing(Choice::id))
                .toList();
    }

    private <R extends Row> List<R> seen(View<R> view, Reader reader, CoalitionId coalition) {
        var position = views.position(view);
        var rows = views.find(view, Keys.key(Tags.COALITION, coalition));
        return sights.of(reader, coalition, position).rows(rows);
    }

    /** What is for its maker no more is not named to them either. */
    private String of(SignedIn me, Feed feed, Show show) {
        var id = feed.of();
        if (id == null
                || access.reader(me, feed.coalition()).filter(Policy::hasFeeds).isEmpty()) {
            return "";
        }
        return switch (feed.subject()) {
            case COALITION, SESSIONS -> "";
            case ORGANIZATION -> show.name(id);
            case CITY -> show.text(places.city("of", id, null).name());
            case SYNCHRONISED ->
                views.get(Coverage.SYNCHRONIZED, id)
                        .map(call -> show.text(call.title()))
                        .orElse("");
        };
    }
}
