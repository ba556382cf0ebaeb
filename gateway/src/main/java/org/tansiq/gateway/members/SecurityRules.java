package org.tansiq.gateway.members;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.tansiq.gateway.limits.Limited;
import org.tansiq.gateway.limits.LimitedCommands;
import org.tansiq.gateway.limits.LimitedReading;
import org.tansiq.gateway.limits.LimitedSignIns;
import org.tansiq.gateway.live.SocketTickets;
import org.tansiq.gateway.live.TicketHolders;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.repeats.RepeatedRequests;
import org.tansiq.gateway.shared.BodyLimit;
import org.tansiq.gateway.shared.Requests;
import org.tansiq.gateway.shared.WebSettings;
import org.tansiq.gateway.tokens.BearerTokens;
import org.tansiq.gateway.tokens.KnownTokens;
import org.tansiq.infra.answers.Answers;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Role;

/**
 * Who reaches what. People sign in with a form and have a session; programs send a token with every request and have
 * none. Everything asks for an account but the ways to one, what is public, the page's own files and the health of the
 * server.
 */
@Configuration(proxyBeanMethods = false)
class SecurityRules {
    // 'self' covers the socket of the same origin too (CSP 3).
    private static final String CONTENT = """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
            connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'""";

    private static final String[] OPEN = {
        "/sign-in",
        "/sign-in/passkey/**",
        "/sign-in/provider/**",
        "/sign-up/*",
        "/public",
        "/api/v1/public/*",
        "/feeds/*",
        "/actuator/health",
        "/css/**",
        "/js/**",
        "/img/**",
        "/webjars/**",
        "/favicon.ico"
    };

    private static final String[] ROLES =
            Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http,
            SigningIn signingIn,
            Accounts accounts,
            SessionOrCredentials sessions,
            SessionCookie cookie,
            SecondStep secondStep,
            KnownTokens tokens,
            SocketTickets tickets,
            Limited limited,
            WebSettings web,
            Problems problems,
            Answers answers,
            Clock clock) {
        var refusing = new Refusing(problems);
        // Spring would keep the client's address with the session.
        AuthenticationDetailsSource<HttpServletRequest, Object> nothing = request -> "";
        return http.authenticationProvider(signingIn)
                .addFilterAfter(new BodyLimit(), HeaderWriterFilter.class)
                .addFilterBefore(new NotSetUp(accounts, problems), CsrfFilter.class)
                .addFilterBefore(new ForeignOrigin(problems, web), CsrfFilter.class)
                .addFilterBefore(new LimitedSignIns(limited), UsernamePasswordAuthenticationFilter.class)
                .addFilterAt(new BearerTokens(tokens, problems), BasicAuthenticationFilter.class)
                .addFilterAfter(new TicketHolders(tickets, problems), BasicAuthenticationFilter.class)
                .addFilterAfter(new LimitedCommands(limited), AuthorizationFilter.class)
                .addFilterAfter(new LimitedReading(limited), AuthorizationFilter.class)
                .addFilterAfter(new RepeatedRequests(answers, clock, problems), AuthorizationFilter.class)
                .securityContext(context -> context.securityContextRepository(new DelegatingSecurityContextRepository(
                        new RequestAttributeSecurityContextRepository(), sessions)))
                .requestCache(cache -> cache.requestCache(new WantedPage()))
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens(cookie))
                        .requireCsrfProtectionMatcher(request ->
                                Requests.changesState(request) && !SessionOrCredentials.bringsCredentials(request)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .authenticationDetailsSource(nothing)
                        .securityContextRepository(sessions)
                        .successHandler((request, response, who) -> response.sendRedirect(
                                secondStep.isNeeded() ? SecondStepPages.PATH : WantedPage.take(request, response)))
                        .failureHandler(refusing))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessHandler((request, response, who) -> SigningOut.goodBye(response)))
                .exceptionHandling(
                        failed -> failed.authenticationEntryPoint(refusing).accessDeniedHandler(refusing))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll() // they were asked when they came in
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(SecondStepPages.PATH, SecondStepPages.SET_UP)
                        .hasAuthority(AtTheDoor.AUTHORITY)
                        .requestMatchers(Requests::isOfOperators)
                        .hasRole(Role.OPERATOR.name())
                        .requestMatchers(request -> Requests.changesState(request) && !isOwnAffair(request))
                        .access(whoMayChangeThings())
                        .anyRequest()
                        .hasAnyRole(ROLES))
                .build();
    }

    /** What even those may do who otherwise only read: it changes nothing of a coalition. */
    private static boolean isOwnAffair(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/sign-out") || path.startsWith("/api/v1/me/") || path.startsWith("/account/");
    }

    private static AuthorizationManager<RequestAuthorizationContext> whoMayChangeThings() {
        return (who, request) -> new AuthorizationDecision(who.get() != null
                && who.get().getPrincipal() instanceof SignedIn me
                && (me.role() == Role.COORDINATOR || me.role() == Role.MEMBER));
    }

    @Bean
    RequestRejectedHandler malformedRequests(Problems problems) {
        return (request, response, rejected) -> problems.answer(request, response, Problem.of(WebProblem.BAD_REQUEST));
    }
}
