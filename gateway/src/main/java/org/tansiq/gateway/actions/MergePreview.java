package org.tansiq.gateway.actions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Merging;
import org.tansiq.projections.tasks.TaskRow;

/**
 * What would be if two actions became one, as far as its reader sees of it.
 *
 * @param remains the id of the one that would remain
 * @param organizers of it then; the last of them those who would join it
 * @param joining those who would join it: who would be credited with what goes
 * @param tasks that would stand with it, done and cancelled ones too
 * @param bookings that would stand with it, as far as they are not cancelled
 * @param agreement of whom it needs, or why it cannot be
 */
public record MergePreview(
        String remains,
        String goes,
        Text title,
        Text goesTitle,
        List<String> organizers,
        List<String> joining,
        List<String> hashtags,
        List<MovedTask> tasks,
        List<MovedBooking> bookings,
        Agreement agreement) {
    /** A task of the one that goes. */
    public record MovedTask(
            String id,
            Text title,
            TaskRow.State state,
            @Nullable String holder) {}

    /** What is booked for the one that goes, or for a task of it. */
    public record MovedBooking(
            String id, String resource, Text title, String by, int quantity, Instant from, Instant until) {}

    /**
     * What stands between the two and their being one.
     *
     * @param obstacle the code of the refusal that it would meet; missing where it could be
     * @param atOnce whether whoever asks organises both, so that nobody else need agree
     * @param of the organisations of which one is to agree: the organisers of the other side
     * @param proposed what is proposed already
     */
    public record Agreement(
            @Nullable String obstacle, boolean atOnce, List<String> of, Merging.@Nullable Proposed proposed) {
        static Agreement of(ActionRow remains, ActionRow goes, String mine) {
            var proposed = remains.merging() == null
                    ? null
                    : remains.merging().proposals().stream()
                            .filter(one -> one.goes().equals(goes.id()))
                            .findFirst()
                            .orElse(null);
            var ofRemaining = remains.organizers().contains(mine);
            var ofGone = goes.organizers().contains(mine);
            var others = proposed != null
                    ? proposed.from().equals(remains.id()) ? goes.organizers() : remains.organizers()
                    : ofRemaining ? goes.organizers() : remains.organizers();
            return new Agreement(
                    obstacle(remains, goes, ofRemaining || ofGone),
                    ofRemaining && ofGone,
                    ofRemaining && ofGone ? List.of() : others,
                    proposed);
        }

        private static @Nullable String obstacle(ActionRow remains, ActionRow goes, boolean organizes) {
            if (!organizes) {
                return "not-organizer";
            }
            var codes = List.of(remains.status(), goes.status());
            if (codes.contains(ActionRow.Status.CANCELLED)) {
                return "action-cancelled";
            }
            if (codes.contains(ActionRow.Status.MERGED)) {
                return "action-merged";
            }
            return goes.synchronizedAction() == null ? null : "action-of-a-call";
        }
    }
}
