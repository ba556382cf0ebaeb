package org.tansiq.gateway.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tansiq.domain.shared.Id;
import org.tansiq.domain.shared.Text;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** In JSON an identifier is its text, and a text in several languages is an object of languages. */
@Configuration(proxyBeanMethods = false)
class PlainIds {
    @Bean
    JsonMapperBuilderCustomizer plainIdentifiers() {
        return json -> json.annotationIntrospector(new Introspector());
    }

    private static final class Introspector extends JacksonAnnotationIntrospector {
        @Override
        public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated member) {
            return (member instanceof AnnotatedMethod method && isTheValue(method))
                    ? Boolean.TRUE
                    : super.hasAsValue(config, member);
        }

        @Override
        public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated member) {
            return (member instanceof AnnotatedConstructor constructor && isPlain(constructor.getDeclaringClass()))
                    ? JsonCreator.Mode.DELEGATING
                    : super.findCreatorAnnotation(config, member);
        }

        private static boolean isTheValue(AnnotatedMethod method) {
            if (method.getParameterCount() != 0 || !isPlain(method.getDeclaringClass())) {
                return false;
            }
            return method.getName().equals(method.getDeclaringClass() == Text.class ? "in" : "value");
        }

        private static boolean isPlain(Class<?> type) {
            return Id.class.isAssignableFrom(type) || type == Text.class;
        }
    }
}
