package org.tansiq.gateway.shared;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Policy;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.Standing;

/**
 * What every page of a coalition begins with: the right to see it, its name, and what the reader may do there. In the past
 * that is nothing.
 */
@Component
public class CoalitionPage {
    private final Access access;
    private final Views views;
    private final Directory directory;
    private final AsItWas asItWas;
    private final Sights sights;

    CoalitionPage(Access access, Views views, Directory directory, AsItWas asItWas, Sights sights) {
        this.access = access;
        this.views = views;
        this.directory = directory;
        this.asItWas = asItWas;
        this.sights = sights;
    }

    /**
     * Opens a page.
     *
     * @param tab the page that is open, and the view whose changes it shows as they come
     * @param after a position that the page must have reached, when it follows a command of its reader's
     * @param past the moment that it is to show, if that is not the present
     */
    public OpenPage open(
            Model model,
            SignedIn me,
            CoalitionId coalition,
            Locale locale,
            String tab,
            @Nullable Long after,
            Past past) {
        if (after != null) {
            views.await(after, Duration.ofSeconds(2));
        }
        var reader = opens(me, coalition, tab, past);
        var then = asItWas.then(coalition, past).orElse(null);
        var now = then == null;
        model.addAttribute(
                "coalition",
                views.get(MembersProjection.COALITIONS, coalition.value()).orElseThrow());
        model.addAttribute("me", me);
        model.addAttribute("tab", tab);
        model.addAttribute("then", then);
        model.addAttribute("steward", now && reader.standing() == Standing.STEWARD);
        var member = now && reader instanceof Reader.Member;
        model.addAttribute("acts", member && me.role() != Role.AUDITOR);
        model.addAttribute("coordinates", member && me.role() == Role.COORDINATOR);
        model.addAttribute("watches", now && reader instanceof Reader.Observer && me.role() == Role.COORDINATOR);
        model.addAttribute("readsAll", Policy.readsAll(reader));
        model.addAttribute("live", member);
        var show = new Show(locale, directory);
        model.addAttribute("show", show);
        return new OpenPage(coalition, show, then, views, asItWas, sights, reader);
    }

    /** What is no view, such as the history, is for those who read all of it, and so is the past. */
    private Reader opens(SignedIn me, CoalitionId coalition, String tab, Past past) {
        return PublishedView.named(tab)
                .filter(view -> past.equals(Past.NONE))
                .map(view -> access.reads(me, coalition, view))
                .orElseGet(() -> access.reads(me, coalition));
    }
}
