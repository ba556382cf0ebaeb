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
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.OpenPage;
import org.tansiq.gateway.shared.Past;
import org.tansiq.infra.contacts.ContactId;
import org.tansiq.infra.contacts.Contacts;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.resources.ContactReadings;
import org.tansiq.projections.resources.ContactReadingsRow;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.resources.ResourceRow;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/** What members lend each other, and what is free when. */
@Controller
class ResourcesPage {
    private final CoalitionPage pages;
    private final Contacts contacts;
    private final Desk desk;

    ResourcesPage(CoalitionPage pages, Contacts contacts, Desk desk) {
        this.pages = pages;
        this.contacts = contacts;
        this.desk = desk;
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
        contacts(me, coalition, page, model);
        return "resources";
    }

    /** Of our own contacts who read them and of whom something is written, of others' which we may read; of none who it is. */
    private void contacts(SignedIn me, CoalitionId coalition, OpenPage page, Model model) {
        var mine = me.organization().value();
        model.addAttribute(
                "readings",
                page.rows(ContactReadings.READINGS).stream()
                        .filter(row -> row.owner().equals(mine))
                        .collect(Collectors.toMap(ContactReadingsRow::id, row -> row)));
        var now = desk.now();
        var all = page.rows(Inventory.RESOURCES).stream()
                .filter(row -> row.kind() == ResourceKind.CONTACT)
                .toList();
        model.addAttribute(
                "lentToUs",
                all.stream()
                        .filter(row -> !row.owner().equals(mine) && row.lentTo(mine, now))
                        .map(ResourceRow::id)
                        .collect(Collectors.toSet()));
        model.addAttribute(
                "written",
                all.stream()
                        .filter(row -> row.owner().equals(mine))
                        .map(ResourceRow::id)
                        .filter(id -> contacts.find(new ContactId(coalition, new ResourceId(id)))
                                .isPresent())
                        .collect(Collectors.toSet()));
    }
}
