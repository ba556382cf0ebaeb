package org.tansiq.gateway.shared;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Beyond this machine nothing goes without TLS: a server that others can reach has it itself ({@code server.ssl}), or says
 * behind which proxy it stands. Looked at before anything is opened.
 */
@Component
class ListeningPlace implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (environment == null) {
            return;
        }
        var proxy = environment.getProperty("tansiq.web.proxy", "").strip();
        if (!proxy.isEmpty() && !isSafe(proxy)) {
            throw new StartRefused(
                    "TANSIQ_PROXY must be where people find the server: https:// and a host, nothing after it.\n"
                            + "يجب أن يكون TANSIQ_PROXY عنوان الخادم كما يصل إليه الناس: ‎https://‎ ثم المضيف ولا شيء بعده.",
                    "Set it to such as https://tansiq.example.org (http:// only for this machine itself).\n"
                            + "اضبطه مثلًا على ‎https://tansiq.example.org‎ (‎http://‎ لهذا الجهاز وحده).");
        }
        var address = environment.getProperty("server.address", "");
        if (proxy.isEmpty() && !isLoopback(address) && !hasTls(environment)) {
            throw new StartRefused(
                    "Others could reach this server without TLS and read along.\n"
                            + "يمكن لغيرك الوصول إلى هذا الخادم دون TLS والاطلاع على ما يُنقل.",
                    "Leave TANSIQ_ADDRESS at 127.0.0.1, or give it a certificate (server.ssl.*), or put a proxy with TLS"
                            + " before it and set TANSIQ_PROXY=https://host\n"
                            + "اترك TANSIQ_ADDRESS على 127.0.0.1، أو أعطه شهادة (server.ssl.*)، أو ضع أمامه وسيطًا مع TLS"
                            + " واضبط ‎TANSIQ_PROXY=https://host‎");
        }
    }

    private static boolean isSafe(String proxy) {
        try {
            var uri = URI.create(proxy);
            var scheme = String.valueOf(uri.getScheme());
            var rest = Stream.of(uri.getPath(), uri.getQuery(), uri.getFragment(), uri.getUserInfo());
            return uri.getHost() != null
                    && rest.allMatch(part -> part == null || part.isEmpty())
                    && (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(uri.getHost())));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** No address means all of them. */
    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static boolean hasTls(Environment environment) {
        return environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && Stream.of("bundle", "certificate", "key-store")
                        .anyMatch(part -> environment.containsProperty("server.ssl." + part));
    }
}
