package org.tansiq.gateway.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.tansiq.gateway.pages.Frame;
import org.tansiq.gateway.shared.Languages;
import org.tansiq.gateway.shared.Requests;

/** The plain page that says what went wrong, and the answer to errors that no controller saw. */
@Controller
class ErrorPages implements ErrorController {
    private final Problems problems;
    private final boolean demonstration;

    ErrorPages(Problems problems, Environment environment) {
        this.problems = problems;
        demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    ModelAndView page(Problem problem, HttpServletRequest request) {
        var language = Languages.of(request);
        var page = new ModelAndView("error");
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        page.addObject("frame", Frame.of(request).with(null, demonstration));
        page.addObject("title", problems.title(problem, language));
        page.addObject("detail", problems.detail(problem, language));
        page.addObject("reference", problem.details().get("reference"));
        return page;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = problem(request);
        if (Requests.fromProgram(request)) {
            problems.write(request, response, problem);
            return null;
        }
        return page(problem, request);
    }

    private static Problem problem(HttpServletRequest request) {
        var left = Problems.told(request);
        if (left != null) {
            return left;
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return failure instanceof Throwable thrown
                ? Explaining.explain(thrown)
                : Explaining.byStatus(status instanceof Integer code ? code : 404, null);
    }
}
