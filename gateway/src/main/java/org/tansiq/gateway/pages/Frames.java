package org.tansiq.gateway.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tansiq.gateway.members.Directory;
import org.tansiq.infra.members.Role;

/** Gives every page its frame. */
@Configuration(proxyBeanMethods = false)
class Frames implements WebMvcConfigurer {
    private final Directory directory;
    private final boolean demonstration;

    Frames(Directory directory, Environment environment) {
        this.directory = directory;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void postHandle(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable ModelAndView page) {
                var view = page == null ? null : page.getViewName();
                if (page != null && view != null && !view.startsWith("redirect:")) {
                    page.getModel().putIfAbsent("frame", frame(request));
                }
            }
        });
    }

    private Frame frame(HttpServletRequest request) {
        var frame = Frame.of(request);
        var me = frame.me();
        return frame.with(
                me == null || me.role() == Role.OPERATOR
                        ? null
                        : directory.name(me.organization().value()).in(frame.language()),
                demonstration);
    }
}
