package org.tansiq.gateway.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;
import org.tansiq.gateway.shared.Requests;

/** Every exception that a controller, or the way to it, ends with. */
@ControllerAdvice
class ProblemAdvice {
    private final Problems problems;
    private final ErrorPages pages;

    ProblemAdvice(Problems problems, ErrorPages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView any(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AsyncRequestNotUsableException) {
            return null; // the client is gone
        }
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure; // the security filters answer these
        }
        if (response.isCommitted()) {
            throw failure; // half an answer must not look like a whole one: the connection breaks
        }
        return tell(Explaining.explain(failure), request, response);
    }

    private @Nullable ModelAndView tell(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Requests.fromProgram(request)) {
            problems.write(request, response, problem);
            return null;
        }
        problem.headers().forEach(response::setHeader);
        return pages.page(problem, request);
    }
}
