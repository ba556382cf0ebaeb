package org.tansiq.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Knows of every name that anything in this process has asked an address for. Java finds it as a service. */
public final class LookedUp extends InetAddressResolverProvider {
    private static final Set<String> NAMES = new ConcurrentSkipListSet<>();

    /** Those that neither this machine nor an address has. */
    public static List<String> outside() {
        return List.copyOf(NAMES);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var builtin = configuration.builtinResolver();
        var own = configuration.lookupLocalHostName();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (!host.equals("localhost") && !host.equals(own)) {
                    NAMES.add(host);
                }
                return builtin.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtin.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "tells what was looked up";
    }
}
