package org.tansiq.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.tansiq.gateway.cli.Cli;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Tansiq {
    public static void main(String[] arguments) {
        if (Cli.isCommand(arguments)) {
            System.exit(Cli.run(arguments));
        }
        SpringApplication.run(Tansiq.class, arguments);
    }
}
