package org.tansiq.gateway.members;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Role;

/**
 * While nobody has an account, each start shows whoever sees its console, or may read its own files, a link to make the
 * first: an organisation and its coordinator. Links of earlier starts are worth nothing any more. While nobody is the
 * operator it shows a link for that too. The logger, whose files others may read, is not told.
 */
@Component
@Profile("!demo")
class FirstStart {
    static final Duration VALID = Duration.ofMinutes(30);

    private final Accounts accounts;
    private final SignUpLinks links;
    private final SetupFile file;
    private final Environment environment;

    FirstStart(Accounts accounts, SignUpLinks links, SetupFile file, Environment environment) {
        this.accounts = accounts;
        this.links = links;
        this.file = file;
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
        var offered = new ArrayList<String>();
        if (accounts.ofOrganization(Account.INSTALLATION).isEmpty()) {
            offered.add(offerOperator(port));
        }
        if (nobody) {
            offered.add(offerFirst(port));
        }
        file.write(offered);
    }

    private String offerOperator(String port) throws UnknownHostException {
        var link = address(port, links.make(Account.INSTALLATION, Role.OPERATOR, VALID));
        System.out.printf(
                "%nNobody looks after this installation yet. An operator's account is made here, within %d minutes:%n"
                        + "لا أحد يدير هذا الخادم بعد. يُنشأ حساب المشغّل من هنا خلال %d دقيقة:%n%n    %s%n%n",
                VALID.toMinutes(), VALID.toMinutes(), link);
        return link;
    }

    private String offerFirst(String port) throws UnknownHostException {
        var link = address(port, links.make(null, Role.COORDINATOR, VALID));
        System.out.printf(
                "%nNobody has an account yet. Make the first one here, within %d minutes:%n"
                        + "لا حساب بعد. أنشئ الحساب الأول من هنا خلال %d دقيقة:%n%n    %s%n%n",
                VALID.toMinutes(), VALID.toMinutes(), link);
        return link;
    }

    private String address(String port, SignUpLinks.Made link) throws UnknownHostException {
        return "http://" + host() + ":" + port + link.path();
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
