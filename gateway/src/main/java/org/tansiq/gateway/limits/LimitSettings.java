package org.tansiq.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often in a minute, on each node.
 *
 * @param signIns attempts at one account, right or wrong
 * @param commands requests of one person that change something
 * @param imports sheets of one person, rehearsals too
 * @param publicReading of what is public, by those who are not signed in, from one address; behind a proxy that is
 *     everybody together
 * @param feeds of one calendar by its secret address
 */
@ConfigurationProperties("tansiq.limits")
public record LimitSettings(
        @DefaultValue("5") int signIns,
        @DefaultValue("600") int commands,
        @DefaultValue("10") int imports,
        @DefaultValue("120") int publicReading,
        @DefaultValue("30") int feeds) {}
