package org.tansiq.gateway.tasks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.tasks.AcceptHandOver;
import org.tansiq.domain.tasks.CancelTask;
import org.tansiq.domain.tasks.ClaimTask;
import org.tansiq.domain.tasks.CompleteTask;
import org.tansiq.domain.tasks.DeclineHandOver;
import org.tansiq.domain.tasks.HandOverTask;
import org.tansiq.domain.tasks.LiftTaskEmbargo;
import org.tansiq.domain.tasks.OpenTask;
import org.tansiq.domain.tasks.ReleaseTask;
import org.tansiq.domain.tasks.ShowTask;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Mentioned;
import org.tansiq.gateway.rights.Visibilities;
import org.tansiq.gateway.rights.VisibilityFields;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.gateway.tasks.AlikeTasks.Alike;

/** Tasks over HTTP: the noun is the task, the decisions are verbs below it. */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
class TasksApi {
    private final Desk desk;
    private final Access access;
    private final Visibilities visibilities;
    private final Mentioned mentioned;
    private final AlikeTasks alike;

    TasksApi(Desk desk, Access access, Visibilities visibilities, Mentioned mentioned, AlikeTasks alike) {
        this.desk = desk;
        this.access = access;
        this.visibilities = visibilities;
        this.mentioned = mentioned;
        this.alike = alike;
    }

    record Opening(
            @Nullable Map<String, @Nullable String> title,
            @Nullable Map<String, @Nullable String> needed,
            @Nullable String due,
            @Nullable String action,
            @Nullable VisibilityFields visibility) {}

    record Showing(@Nullable VisibilityFields visibility) {}

    record HandingOver(@Nullable String to) {}

    record Cancelling(@Nullable Map<String, @Nullable String> reason) {}

    /** @param alike those that are likely the same, the likest first */
    record Opened(String id, long position, List<Alike> alike) {}

    /** @param alike those that are likely the same, the likest first */
    record Checked(List<Alike> alike) {}

    /** Also says which tasks are likely the same. */
    @PostMapping
    ResponseEntity<Opened> open(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody Opening body) {
        var by = access.acts(me, coalition);
        var task = desk.newId(me, TaskId::new);
        var title = Fields.text(body.title());
        var receipt = desk.carryOut(
                me,
                new OpenTask(
                        coalition,
                        task,
                        by,
                        title,
                        Fields.text(body.needed()),
                        Fields.instantIfAny("due", body.due()),
                        body.action() == null
                                ? null
                                : mentioned.action(me, coalition, Fields.id("action", body.action(), ActionId::new)),
                        visibilities.of("visibility", body.visibility()),
                        desk.now()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(Desk.POSITION, Long.toString(receipt.position()))
                .body(new Opened(
                        task.value(),
                        receipt.position(),
                        alike.besides(task.value(), title, access.knows(me, coalition), coalition)));
    }

    /** Which tasks are likely the same as one that somebody would open, by its title. Changes nothing. */
    @PostMapping("/check")
    Checked check(@CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody Opening body) {
        access.acts(me, coalition);
        var title = Fields.text(body.title());
        Limits.name("title", title);
        return new Checked(alike.to(title, access.knows(me, coalition), coalition));
    }

    /** Says who may see it from now on; what is not said is for the coalition. */
    @PostMapping("/{task}/show")
    ResponseEntity<Answer> show(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable TaskId task,
            @RequestBody Showing body) {
        var by = access.acts(me, coalition);
        var visibility = visibilities.of("visibility", body.visibility());
        return desk.done(me, new ShowTask(coalition, task, by, visibility, desk.now()), task);
    }

    /** Ends its embargo before it is due. */
    @PostMapping("/{task}/lift-embargo")
    ResponseEntity<Answer> liftEmbargo(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable TaskId task) {
        var by = access.acts(me, coalition);
        return desk.done(me, new LiftTaskEmbargo(coalition, task, by, null, desk.now()), task);
    }

    @PostMapping("/{task}/claim")
    ResponseEntity<Answer> claim(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable TaskId task) {
        return desk.done(me, new ClaimTask(coalition, task, access.acts(me, coalition), desk.now()), task);
    }

    @PostMapping("/{task}/release")
    ResponseEntity<Answer> release(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable TaskId task) {
        return desk.done(me, new ReleaseTask(coalition, task, access.acts(me, coalition), desk.now()), task);
    }

    @PostMapping("/{task}/complete")
    ResponseEntity<Answer> complete(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable TaskId task) {
        return desk.done(me, new CompleteTask(coalition, task, access.acts(me, coalition), desk.now()), task);
    }

    @PostMapping("/{task}/cancel")
    ResponseEntity<Answer> cancel(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable TaskId task,
            @RequestBody(required = false) @Nullable Cancelling body) {
        var reason = Fields.text(body == null ? null : body.reason());
        return desk.done(me, new CancelTask(coalition, task, access.acts(me, coalition), reason, desk.now()), task);
    }

    @PostMapping("/{task}/hand-over")
    ResponseEntity<Answer> handOver(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable TaskId task,
            @RequestBody HandingOver body) {
        var by = access.acts(me, coalition);
        var to = Fields.id("to", body.to(), OrganizationId::new);
        return desk.done(me, new HandOverTask(coalition, task, to, by, desk.now()), task);
    }

    @PostMapping("/{task}/hand-over/accept")
    ResponseEntity<Answer> acceptHandOver(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable TaskId task) {
        return desk.done(me, new AcceptHandOver(coalition, task, access.acts(me, coalition), desk.now()), task);
    }

    @PostMapping("/{task}/hand-over/decline")
    ResponseEntity<Answer> declineHandOver(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable TaskId task) {
        return desk.done(me, new DeclineHandOver(coalition, task, access.acts(me, coalition), desk.now()), task);
    }
}
