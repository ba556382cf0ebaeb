package org.tansiq.gateway.problems;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a body that is no JSON, or not the JSON that was asked for, and in which field. */
final class UnreadableJson {
    private static final Pattern DUPLICATE = Pattern.compile("^Duplicate Object property \"(.*?)\"", Pattern.DOTALL);
    private static final int FIELD_LENGTH_MAX = 200;

    private UnreadableJson() {}

    static Problem explain(HttpMessageNotReadableException unreadable) {
        var json = Explaining.cause(unreadable, JacksonException.class);
        return switch (json) {
            case null -> Problem.of(unreadable.getCause() == null ? WebProblem.MISSING_BODY : WebProblem.BAD_REQUEST);
            case UnrecognizedPropertyException unknown ->
                Problem.of(WebProblem.UNKNOWN_FIELD).field(path(unknown));
            case MismatchedInputException mismatch when path(mismatch) == null -> Problem.of(WebProblem.BAD_BODY);
            case MismatchedInputException mismatch ->
                Explaining.badValue(mismatch.getTargetType()).field(path(mismatch));
            case ValueInstantiationException refused ->
                Problem.of(WebProblem.BAD_VALUE).field(path(refused));
            case InputCoercionException tooBig ->
                Problem.of(WebProblem.BAD_VALUE).field(path(tooBig));
            case StreamConstraintsException over -> Problem.of(WebProblem.JSON_TOO_DEEP);
            case StreamReadException broken -> broken(broken);
            default -> Problem.of(WebProblem.BAD_JSON).field(path(json));
        };
    }

    private static Problem broken(StreamReadException broken) {
        var duplicate = DUPLICATE.matcher(broken.getOriginalMessage());
        if (duplicate.find()) {
            return Problem.of(WebProblem.DUPLICATE_FIELD).field(within(path(broken), duplicate.group(1)));
        }
        var where = broken.getLocation();
        var problem = Problem.of(WebProblem.BAD_JSON).field(path(broken));
        return where == null
                ? problem
                : problem.detail("line", where.getLineNr()).detail("column", where.getColumnNr());
    }

    private static String within(@Nullable String path, String name) {
        var field = path == null ? name : path + "." + name;
        return field.length() > FIELD_LENGTH_MAX ? field.substring(0, FIELD_LENGTH_MAX) : field;
    }

    /** {@code venue.latitude}, {@code cities[2].name}; null at the root. */
    private static @Nullable String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
            if (path.length() > FIELD_LENGTH_MAX) {
                return path.substring(0, FIELD_LENGTH_MAX);
            }
        }
        return path.isEmpty() ? null : path.toString();
    }
}
