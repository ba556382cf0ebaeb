package org.tansiq.gateway.problems;

import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.gateway.shared.BodyTooLarge;

/** Which problem an exception is. What none of this knows is an error of ours: logged, and told as a reference only. */
final class Explaining {
    private static final Logger LOG = LoggerFactory.getLogger(Explaining.class);
    private static final int CAUSES_MAX = 20;

    private Explaining() {}

    static Problem explain(Throwable failure) {
        var within = cause(failure, Refusal.class);
        if (within != null) {
            return Problem.of(within);
        }
        var raised = cause(failure, ProblemException.class);
        if (raised != null) {
            return raised.problem();
        }
        var tooLarge = cause(failure, BodyTooLarge.class);
        if (tooLarge != null) {
            return Problem.of(WebProblem.BODY_TOO_LARGE).detail("max", tooLarge.max());
        }
        var stored = StoreProblems.explain(failure);
        if (stored != null) {
            return stored;
        }
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> UnreadableJson.explain(unreadable);
            case NoResourceFoundException unknown -> Problem.of(WebProblem.NO_SUCH_PATH);
            case NoHandlerFoundException unknown -> Problem.of(WebProblem.NO_SUCH_PATH);
            case HttpRequestMethodNotSupportedException method -> allow(method);
            case HttpMediaTypeNotSupportedException type ->
                Problem.of(WebProblem.UNSUPPORTED_TYPE)
                        .detail(
                                "supported",
                                type.getSupportedMediaTypes().stream()
                                        .map(Objects::toString)
                                        .toList());
            case HttpMediaTypeNotAcceptableException type ->
                Problem.of(WebProblem.NOT_ACCEPTABLE)
                        .detail(
                                "supported",
                                type.getSupportedMediaTypes().stream()
                                        .map(Objects::toString)
                                        .toList());
            case MissingServletRequestParameterException missing ->
                Problem.of(WebProblem.MISSING_FIELD).field(missing.getParameterName());
            case MissingRequestHeaderException missing ->
                Problem.of(WebProblem.MISSING_FIELD).field(missing.getHeaderName());
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case InvalidParameterException bad when bad.getErrorCode() == 413 -> Problem.of(WebProblem.BODY_TOO_LARGE);
            case InvalidParameterException bad -> Problem.of(WebProblem.BAD_REQUEST);
            case AsyncRequestTimeoutException late -> overloaded();
            case ErrorResponse answer -> byStatus(answer.getStatusCode().value(), failure);
            default -> internal(failure);
        };
    }

    /** The problem that a bare status stands for. */
    static Problem byStatus(int status, @Nullable Throwable failure) {
        return switch (status) {
            case 401 -> Problem.of(WebProblem.UNAUTHENTICATED);
            case 403 -> Problem.of(WebProblem.FORBIDDEN);
            case 404 -> Problem.of(WebProblem.NO_SUCH_PATH);
            case 405 -> Problem.of(WebProblem.METHOD_NOT_ALLOWED);
            case 406 -> Problem.of(WebProblem.NOT_ACCEPTABLE);
            case 413 -> Problem.of(WebProblem.BODY_TOO_LARGE);
            case 415 -> Problem.of(WebProblem.UNSUPPORTED_TYPE);
            case 429 -> Problem.of(WebProblem.TOO_MANY_REQUESTS);
            case 503 -> overloaded();
            default -> status >= 500 ? internal(failure) : Problem.of(WebProblem.BAD_REQUEST);
        };
    }

    static Problem overloaded() {
        return Problem.of(WebProblem.OVERLOADED).header(HttpHeaders.RETRY_AFTER, "1");
    }

    private static Problem internal(@Nullable Throwable failure) {
        var reference = UUID.randomUUID().toString();
        LOG.error("Unexpected failure, told as reference {}", reference, failure);
        return Problem.of(WebProblem.INTERNAL).detail("reference", reference);
    }

    private static Problem allow(HttpRequestMethodNotSupportedException method) {
        var supported = method.getSupportedHttpMethods();
        var allowed = supported == null ? new HashSet<HttpMethod>() : new HashSet<>(supported);
        return Problem.of(WebProblem.METHOD_NOT_ALLOWED)
                .header(
                        HttpHeaders.ALLOW,
                        allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
    }

    /** What the path names and cannot be is a thing that does not exist. */
    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Problem.of(WebProblem.NO_SUCH_PATH)
                : badValue(mismatch.getRequiredType()).field(mismatch.getName());
    }

    static Problem badValue(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return Problem.of(WebProblem.BAD_VALUE);
        }
        if (Temporal.class.isAssignableFrom(wanted)) {
            return Problem.of(WebProblem.BAD_TIME).detail("example", example(wanted));
        }
        if (ZoneId.class.isAssignableFrom(wanted)) {
            return Problem.of(WebProblem.BAD_ZONE);
        }
        if (wanted.isEnum()) {
            return Problem.of(WebProblem.BAD_VALUE).detail("allowed", names(wanted));
        }
        return Problem.of(WebProblem.BAD_VALUE);
    }

    private static String example(Class<?> wanted) {
        var written = "2018-02-24T17:00:00Z";
        return switch (wanted.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "localdate" -> written.substring(0, 10);
            case "localdatetime" -> written.substring(0, 16);
            case "localtime" -> written.substring(11, 16);
            default -> written;
        };
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        @Nullable Throwable next = failure;
        for (var depth = 0; next != null && depth < CAUSES_MAX; depth++) {
            if (type.isInstance(next)) {
                return type.cast(next);
            }
            next = next.getCause();
        }
        return null;
    }
}
