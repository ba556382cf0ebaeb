package org.tansiq.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.log.LogFailure;
import org.tansiq.infra.log.LogStopped;
import org.tansiq.infra.log.LostTooManyRaces;
import org.tansiq.infra.log.OutcomeUnknown;
import org.tansiq.infra.log.Overloaded;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.Rebuilding;
import org.tansiq.infra.rows.RowStoreFailure;

class StoreProblemsTest {
    private final RuntimeException why = new IllegalStateException("why");

    @Test
    void who_lost_too_many_races_is_told_that_others_were_faster() {
        var problem = Explaining.explain(new CompletionException(new LostTooManyRaces(50, why)));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("contended");
    }

    @Test
    void who_comes_when_too_many_wait_is_told_to_come_again() {
        var problem = Explaining.explain(new Overloaded(4_096));
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("overloaded");
        assertThat(problem.headers()).containsKey("Retry-After");
    }

    @Test
    void what_may_have_happened_is_told_as_unknown_and_never_as_failed() {
        for (var failure : new Exception[] {
            new OutcomeUnknown("?", why), new LogStopped("?", why), new CompletionException(new TimeoutException())
        }) {
            var problem = Explaining.explain(failure);
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo("outcome-unknown");
        }
    }

    @Test
    void what_did_not_happen_for_want_of_the_store_is_told_so() {
        for (var failure : new Exception[] {new LogFailure("?", why), new RowStoreFailure("?", why)}) {
            var problem = Explaining.explain(failure);
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo("store-unavailable");
            assertThat(problem.headers()).containsKey("Retry-After");
        }
    }

    @Test
    void rows_that_are_being_built_for_the_first_time_are_told_so() {
        var problem = Explaining.explain(new Rebuilding(new Edition("tasks", 2)));
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("rebuilding");
        assertThat(problem.headers()).containsKey("Retry-After");
    }

    @Test
    void any_other_error_is_ours() {
        assertThat(Explaining.explain(new IllegalStateException("?")).code()).isEqualTo("internal");
    }
}
