package org.tansiq.probe;

import jakarta.servlet.Filter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.OrganizationRegistrar;

/** The server with {@link Probe} in it, and eyes on what is registered. */
@TestConfiguration(proxyBeanMethods = false)
@Import(Probe.class)
public class ProbeServer {
    /** An organisation of this name is refused. */
    public static final String REFUSED_NAME = "Refused";

    public static final class Registered implements OrganizationRegistrar {
        public final Map<OrganizationId, Text> organizations = new ConcurrentHashMap<>();
        private final OrganizationRegistrar log;

        Registered(OrganizationRegistrar log) {
            this.log = log;
        }

        @Override
        public void register(OrganizationId organization, Text name) {
            if (name.in("en").equals(REFUSED_NAME)) {
                throw new Conflict("organization-exists");
            }
            log.register(organization, name);
            organizations.put(organization, name);
        }
    }

    @Bean
    @Primary
    Registered registered(@Qualifier("registeringByCommand") OrganizationRegistrar log) {
        return new Registered(log);
    }

    /** A filter that fails, as any might. */
    @Bean
    FilterRegistrationBean<Filter> failing() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            throw new IllegalStateException("a secret of ours");
        });
        registration.addUrlPatterns("/api/v1/probe/failing-filter", "/probe/failing-filter");
        return registration;
    }
}
