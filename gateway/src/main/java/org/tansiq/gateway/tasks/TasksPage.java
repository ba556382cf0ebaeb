package org.tansiq.gateway.tasks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.CoalitionPage;
import org.tansiq.gateway.shared.Past;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/** The task board: who holds what since when. */
@Controller
class TasksPage {
    private final CoalitionPage pages;

    TasksPage(CoalitionPage pages) {
        this.pages = pages;
    }

    @GetMapping("/coalitions/{coalition}/tasks")
    String board(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable Long after,
            @ModelAttribute Past past,
            Locale locale,
            Model model) {
        var page = pages.open(model, me, coalition, locale, "tasks", after, past);
        var tasks = page.rows(TaskBoard.TASKS);
        model.addAttribute("open", in(TaskRow.State.OPEN, tasks));
        model.addAttribute("held", in(TaskRow.State.HELD, tasks));
        model.addAttribute("done", in(TaskRow.State.DONE, tasks));
        model.addAttribute("cancelled", in(TaskRow.State.CANCELLED, tasks));
        var actions = page.rows(Calendar.ACTIONS);
        model.addAttribute("actions", actions.stream().collect(Collectors.toMap(ActionRow::id, action -> action)));
        model.addAttribute(
                "choosable",
                actions.stream()
                        .filter(action -> action.status() == ActionRow.Status.SCHEDULED)
                        .sorted(Comparator.comparing(ActionRow::from))
                        .toList());
        model.addAttribute("others", page.others());
        return "tasks";
    }

    private static List<TaskRow> in(TaskRow.State state, List<TaskRow> tasks) {
        return tasks.stream()
                .filter(task -> task.state() == state)
                .sorted(Comparator.comparing(TaskRow::since).reversed())
                .toList();
    }
}
