package org.tansiq.gateway.shared;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.Standing;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/** What every page of a coalition begins with: the right to see it, its name, and what the reader may do there. */
@Component
public class CoalitionPage {
    private final Access access;
    private final Views views;
    private final Directory directory;

    CoalitionPage(Access access, Views views, Directory directory) {
        this.access = access;
        this.views = views;
        this.directory = directory;
    }

    /**
     * Opens a page.
     *
     * @param tab the page that is open, and the view whose changes it shows as they come
     * @param after a position that the page must have reached, when it follows a command of its reader's
     */
    public Show open(Model model, SignedIn me, CoalitionId coalition, Locale locale, String tab, @Nullable Long after) {
        if (after != null) {
            views.await(after, Duration.ofSeconds(2));
        }
        var standing = access.reads(me, coalition);
        model.addAttribute(
                "coalition",
                views.get(MembersProjection.COALITIONS, coalition.value()).orElseThrow());
        model.addAttribute("me", me);
        model.addAttribute("tab", tab);
        model.addAttribute("steward", standing.standing() == Standing.STEWARD);
        model.addAttribute("acts", me.role() != Role.AUDITOR);
        model.addAttribute("coordinates", me.role() == Role.COORDINATOR);
        var show = new Show(locale, directory);
        model.addAttribute("show", show);
        return show;
    }

    public <R extends Row> List<R> rows(View<R> view, CoalitionId coalition) {
        return views.find(view, Keys.key(Tags.COALITION, coalition));
    }
}
