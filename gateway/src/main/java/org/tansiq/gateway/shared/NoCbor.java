package org.tansiq.gateway.shared;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.cbor.JacksonCborHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** WebAuthn's library brings CBOR along, and Spring would read every request in it too: past the rules set for JSON. */
@Configuration(proxyBeanMethods = false)
class NoCbor implements WebMvcConfigurer {
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(
                all -> all.removeIf(JacksonCborHttpMessageConverter.class::isInstance));
    }
}
