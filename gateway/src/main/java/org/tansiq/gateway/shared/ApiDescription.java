package org.tansiq.gateway.shared;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tansiq.domain.shared.Id;
import org.tansiq.domain.shared.Text;

/** The OpenAPI description, made when it is first asked for. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String BASIC = "basic";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Tansiq")
                        .version("1")
                        .description("Coordination of coalitions. Problems are RFC 9457 with a stable code."))
                .schemaRequirement(
                        BASIC,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BASIC))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }

    @Bean
    ModelConverter plainSchemas() {
        return new PlainSchemas();
    }

    /** What {@link PlainIds} does to the JSON. */
    private static final class PlainSchemas implements ModelConverter {
        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
            var raw = Json.mapper().constructType(type.getType());
            if (raw != null && Id.class.isAssignableFrom(raw.getRawClass())) {
                return new StringSchema().minLength(1).maxLength(Id.LENGTH_MAX);
            }
            if (raw != null && raw.getRawClass() == Text.class) {
                return new MapSchema()
                        .additionalProperties(new StringSchema())
                        .description("The same words in one or more languages, by language tag.");
            }
            return next.hasNext() ? next.next().resolve(type, context, next) : null;
        }
    }
}
