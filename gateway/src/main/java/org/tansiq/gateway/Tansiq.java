package org.tansiq.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Tansiq {
    public static void main(String[] arguments) {
        SpringApplication.run(Tansiq.class, arguments);
    }
}
