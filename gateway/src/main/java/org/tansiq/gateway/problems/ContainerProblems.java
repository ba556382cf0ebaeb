package org.tansiq.gateway.problems;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tansiq.gateway.shared.Requests;

/** What the container refuses before anything of ours sees it, an address that is none above all, is told like the rest. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // the innermost valve is the first to report
class ContainerProblems implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private final Problems problems;

    ContainerProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Reporting(problems)));
    }

    private static final class Reporting extends ErrorReportValve {
        private final Problems problems;

        Reporting(Problems problems) {
            this.problems = problems;
            setShowReport(false);
            setShowServerInfo(false);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !Requests.fromProgram(request)) {
                super.report(request, response, failure);
                return;
            }
            if (response.setErrorReported()) {
                try {
                    problems.write(request, response, Explaining.byStatus(response.getStatus(), failure));
                    response.finishResponse();
                } catch (IOException gone) {
                    // whoever asked does not listen any more
                }
            }
        }
    }
}
