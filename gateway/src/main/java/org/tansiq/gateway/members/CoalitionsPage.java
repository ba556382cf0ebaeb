package org.tansiq.gateway.members;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.shared.Show;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.Standing;

/** Where a reader begins: the coalitions of their organisation, and who invites it. */
@Controller
class CoalitionsPage {
    private final MyCoalitions mine;
    private final Directory directory;
    private final Views views;

    CoalitionsPage(MyCoalitions mine, Directory directory, Views views) {
        this.mine = mine;
        this.directory = directory;
        this.views = views;
    }

    @GetMapping("/")
    String all(
            @CurrentAccount SignedIn me,
            @RequestParam(required = false) @Nullable Long after,
            Locale locale,
            Model model) {
        if (me.role() == Role.OPERATOR) {
            return "redirect:/operations";
        }
        if (after != null) {
            views.await(after, Duration.ofSeconds(2));
        }
        var all = mine.of(me);
        model.addAttribute("me", me);
        model.addAttribute("show", new Show(locale, directory));
        model.addAttribute("coordinates", me.role() == Role.COORDINATOR);
        model.addAttribute(
                "joined", mine.read(me).stream().filter(one -> !one.isInvited()).toList());
        model.addAttribute(
                "invited", all.stream().filter(MyCoalitions.Mine::isInvited).toList());
        model.addAttribute(
                "asked",
                all.stream().filter(one -> one.standing() == Standing.REQUESTED).toList());
        model.addAttribute("roles", Role.inOrganizations());
        return "coalitions";
    }

    @GetMapping("/coalitions/{coalition}")
    String one(@PathVariable CoalitionId coalition) {
        return "redirect:/coalitions/" + coalition + "/tasks";
    }
}
