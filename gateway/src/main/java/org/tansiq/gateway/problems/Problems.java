package org.tansiq.gateway.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.tansiq.gateway.shared.Languages;
import org.tansiq.gateway.shared.Requests;
import org.tansiq.gateway.shared.Words;
import tools.jackson.databind.json.JsonMapper;

/** Tells problems: as RFC 9457 to programs, by way of {@link ErrorPages} to people. */
@Component
public class Problems {
    static final String ATTRIBUTE = Problem.class.getName();

    private static final String TYPE = "urn:tansiq:problem:";
    private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "instance", "code", "field");

    private final Words words;
    private final JsonMapper json;

    Problems(Words words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    public String title(Problem problem, Locale language) {
        return words(problem, "title", language);
    }

    public String detail(Problem problem, Locale language) {
        return words(problem, "detail", language);
    }

    private String words(Problem problem, String part, Locale language) {
        return words.find("problem." + problem.code() + "." + part, gaps(problem), language)
                .orElseGet(() -> words.of("problem.unknown." + part, language));
    }

    private static Map<String, ?> gaps(Problem problem) {
        var gaps = new LinkedHashMap<String, Object>(problem.details());
        if (problem.field() != null) {
            gaps.putIfAbsent("field", problem.field());
        }
        return gaps;
    }

    /** The body of a problem, in the order that readers expect. */
    public Map<String, Object> body(Problem problem, Locale language) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPE + problem.code());
        body.put("title", title(problem, language));
        body.put("status", problem.status());
        body.put("detail", detail(problem, language));
        body.put("code", problem.code());
        if (problem.field() != null) {
            body.put("field", problem.field());
        }
        problem.details().forEach((name, value) -> {
            if (!MEMBERS.contains(name)) {
                body.put(name, value);
            }
        });
        return body;
    }

    /** Answers from anywhere, filters included. A response that is under way already cannot be taken back. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        problem.headers().forEach(response::setHeader);
        if (Requests.fromProgram(request)) {
            write(request, response, problem);
        } else {
            request.setAttribute(ATTRIBUTE, problem);
            response.sendError(problem.status());
        }
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        request.setAttribute(ATTRIBUTE, problem);
        var language = Languages.of(request);
        var body = json.writeValueAsBytes(body(problem, language));
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The problem that a request was answered with, or will be by its error page. */
    public static @Nullable Problem told(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Problem problem ? problem : null;
    }
}
