package org.tansiq.gateway.members;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.permits.OwnWanting;
import org.tansiq.gateway.shared.Show;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.Standing;

/** Where a reader begins: the coalitions of their organisation, and who invites it. */
@Controller
class CoalitionsPage {
    /** What one connection may subscribe to at once, less a few. */
    private static final int TOPICS_MAX = 60;

    private static final int WANTING_AT_ONCE = 20;

    /** The strongest; the calendars have the others. */
    private static final int FINDINGS_AT_ONCE = 20;

    private final MyCoalitions mine;
    private final Directory directory;
    private final Views views;
    private final Unanswered unanswered;
    private final OwnWanting wanting;
    private final OpenFindings findings;
    private final AskedToMerge asked;

    CoalitionsPage(
            MyCoalitions mine,
            Directory directory,
            Views views,
            Unanswered unanswered,
            OwnWanting wanting,
            OpenFindings findings,
            AskedToMerge asked) {
        this.asked = asked;
        this.findings = findings;
        this.wanting = wanting;
        this.unanswered = unanswered;
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
        var read = mine.read(me);
        model.addAttribute(
                "joined", read.stream().filter(one -> !one.isInvited()).toList());
        model.addAttribute("unanswered", unanswered.of(me));
        var found = findings.of(me, locale);
        model.addAttribute("findings", found.stream().limit(FINDINGS_AT_ONCE).toList());
        model.addAttribute("found", found.size());
        model.addAttribute("merges", asked.of(me));
        var lacking = wanting.of(me);
        model.addAttribute("wanting", lacking.stream().limit(WANTING_AT_ONCE).toList());
        model.addAttribute("more", Math.max(0, lacking.size() - WANTING_AT_ONCE));
        model.addAttribute("acts", me.role() != Role.AUDITOR);
        model.addAttribute(
                "topics",
                read.stream()
                        .filter(one -> one.standing().belongs())
                        .flatMap(one -> Stream.of("/answers", "/permits", "/collisions", "/actions")
                                .map(view -> "/topic/coalitions/" + one.id() + view))
                        .limit(TOPICS_MAX)
                        .collect(Collectors.joining(" ")));
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
