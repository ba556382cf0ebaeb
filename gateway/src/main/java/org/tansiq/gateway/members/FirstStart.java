package org.tansiq.gateway.members;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Role;

/**
 * While nobody has an account, each start shows whoever sees its console a link to make the first: an organisation and its
 * coordinator. Links of earlier starts are worth nothing any more. While nobody is the operator it shows a link for that
 * too. The logger, which may write to files, is not told.
 */
@Component
@Profile("!demo")
class FirstStart {
    static final Duration VALID = Duration.ofMinutes(30);

    private final Accounts accounts;
    private final SignUpLinks links;
    private final Environment environment;

    FirstStart(Accounts accounts, SignUpLinks links, Environment environment) {
        this.accounts = accounts;
        this.links = links;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offerSetup() throws UnknownHostException {
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        var nobody = accounts.isEmpty();
        if (nobody) {
            accounts.dropLinks();
        }
        if (accounts.ofOrganization(Account.INSTALLATION).isEmpty()) {
            offerOperator(port);
        }
        if (nobody) {
            offerFirst(port);
        }
    }

    private void offerOperator(String port) throws UnknownHostException {
        var link = links.make(Account.INSTALLATION, Role.OPERATOR, VALID);
        System.out.printf(
                "%nNobody looks after this installation yet. An operator's account is made here, within %d minutes:%n"
                        + "لا أحد يدير هذا الخادم بعد. يُنشأ حساب المشغّل من هنا خلال %d دقيقة:%n%n    http://%s:%s%s%n%n",
                VALID.toMinutes(), VALID.toMinutes(), host(), port, link.path());
    }

    private void offerFirst(String port) throws UnknownHostException {
        var link = links.make(null, Role.COORDINATOR, VALID);
        System.out.printf(
                "%nNobody has an account yet. Make the first one here, within %d minutes:%n"
                        + "لا حساب بعد. أنشئ الحساب الأول من هنا خلال %d دقيقة:%n%n    http://%s:%s%s%n%n",
                VALID.toMinutes(), VALID.toMinutes(), host(), port, link.path());
    }

    /** Where the server listens; one that listens everywhere is reached at this machine's loopback. */
    private String host() throws UnknownHostException {
        var address = InetAddress.getByName(environment.getProperty("server.address", "127.0.0.1"));
        if (address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        var host = address.getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
