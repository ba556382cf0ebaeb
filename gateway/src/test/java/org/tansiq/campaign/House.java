package org.tansiq.campaign;

import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.tansiq.gateway.Tansiq;

/** The whole application, as it is started with settings, on a port that is free. */
public final class House implements AutoCloseable {
    private final ConfigurableApplicationContext application;

    private House(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** @param settings as on the command line: {@code --tansiq.store=sqlite} */
    public static House open(String... settings) {
        return new House(new SpringApplicationBuilder(Tansiq.class)
                .properties("server.port=0")
                .registerShutdownHook(false)
                .run(settings));
    }

    public static House on(Path folder, String... settings) {
        var all = new String[settings.length + 1];
        all[0] = "--tansiq.data=" + folder;
        System.arraycopy(settings, 0, all, 1, settings.length);
        return open(all);
    }

    public Campaign campaign() {
        var server = ((WebServerApplicationContext) application).getWebServer();
        if (server == null) {
            throw new IllegalStateException("It has no server.");
        }
        return new Campaign(application, server.getPort());
    }

    @Override
    public void close() {
        application.close();
    }
}
