package org.tansiq.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often in a minute, on each node.
 *
 * @param signIns attempts at one account, right or wrong
 * @param commands requests of one person that change something
 * @param imports sheets of one person, rehearsals too
 */
@ConfigurationProperties("tansiq.limits")
public record LimitSettings(
        @DefaultValue("5") int signIns,
        @DefaultValue("600") int commands,
        @DefaultValue("10") int imports) {}
