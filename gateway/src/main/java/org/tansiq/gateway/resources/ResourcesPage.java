package org.tansiq.gateway.resources;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.gateway.shared.Past;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.resources.ResourceRow;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/** What members lend each other, and what is free when. */
@Controller
class ResourcesPage {
    private final CoalitionPage pages;

    ResourcesPage(CoalitionPage pages) {
        this.pages = pages;
    }

    @GetMapping("/coalitions/{coalition}/resources")
    String inventory(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable Long after,
            @ModelAttribute Past past,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "resources", after, past);
        model.addAttribute(
                "resources",
                page.rows(Inventory.RESOURCES).stream()
                        .sorted(Comparator.comparing(ResourceRow::state)
                                .thenComparing(ResourceRow::kind)
                                .thenComparing(ResourceRow::id))
                        .toList());
        var tasks = page.rows(TaskBoard.TASKS);
        var actions = page.rows(Calendar.ACTIONS);
        model.addAttribute("tasks", tasks.stream().collect(Collectors.toMap(TaskRow::id, task -> task)));
        model.addAttribute("actions", actions.stream().collect(Collectors.toMap(ActionRow::id, action -> action)));
        model.addAttribute(
                "bookableTasks",
                tasks.stream()
                        .filter(task -> task.state() == TaskRow.State.OPEN || task.state() == TaskRow.State.HELD)
                        .toList());
        model.addAttribute(
                "bookableActions",
                actions.stream()
                        .filter(action -> action.status() == ActionRow.Status.SCHEDULED)
                        .sorted(Comparator.comparing(ActionRow::from))
                        .toList());
        model.addAttribute("others", page.others());
        model.addAttribute("kinds", ResourceKind.values());
        return "resources";
    }
}
