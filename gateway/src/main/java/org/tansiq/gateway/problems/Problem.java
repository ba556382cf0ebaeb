package org.tansiq.gateway.problems;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Refusal;

/**
 * What went wrong, in no language yet.
 *
 * @param details particulars that the answer shows beside the code
 * @param headers what the protocol wants said with this status, like {@code Allow}
 */
public record Problem(
        int status, String code, @Nullable String field, Map<String, ?> details, Map<String, String> headers) {

    public static Problem of(WebProblem problem) {
        return new Problem(problem.status(), problem.code(), null, Map.of(), Map.of());
    }

    public static Problem of(Refusal refusal) {
        var status = switch (refusal) {
            case Invalid invalid -> 422;
            case NotFound unknown -> 404;
            case NotAllowed notAllowed -> 403;
            case Conflict conflict -> 409;
        };
        return new Problem(status, refusal.code(), refusal.field(), refusal.details(), Map.of());
    }

    public Problem field(@Nullable String name) {
        return new Problem(status, code, name == null || name.isEmpty() ? null : name, details, headers);
    }

    public Problem detail(String name, Object value) {
        var more = new LinkedHashMap<String, Object>(details);
        more.put(name, value);
        return new Problem(status, code, field, more, headers);
    }

    public Problem header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, field, details, more);
    }
}
