package org.tansiq.gateway.resources;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tansiq.infra.contacts.ContactId;
import org.tansiq.infra.contacts.Contacts;
import org.tansiq.infra.rows.Rebuilding;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.resources.ResourceRow;

/**
 * Deletes who a contact is once it is withdrawn: also when an organisation's leaving withdrew it, when another node did, and
 * when a crash came between the withdrawal and the deleting. It looks when rows have changed, and when the server starts.
 */
@Component
class ForgottenContacts implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenContacts.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Contacts contacts;
    private final Views views;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private volatile @Nullable Thread thread;

    ForgottenContacts(Contacts contacts, Views views) {
        this.contacts = contacts;
        this.views = views;
        views.onChange(() -> changed.set(true));
    }

    @Override
    public void start() {
        var looking = Thread.ofPlatform().daemon().name("forgotten-contacts").unstarted(this::run);
        thread = looking; // before it looks whether it is there
        looking.start();
    }

    @Override
    public void stop() {
        var looking = thread;
        thread = null;
        if (looking != null) {
            LockSupport.unpark(looking);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread != null) {
            if (changed.getAndSet(false)) {
                try {
                    contacts.all().stream().filter(this::isWithdrawn).forEach(contacts::delete);
                } catch (Rebuilding notYet) {
                    changed.set(true);
                } catch (RuntimeException failure) {
                    changed.set(true);
                    LOG.warn("Contacts of withdrawn resources will be looked for again: {}", failure.toString());
                }
            }
            LockSupport.parkNanos(this, EVERY.toNanos());
        }
    }

    private boolean isWithdrawn(ContactId contact) {
        return views.get(Inventory.RESOURCES, contact.resource().value())
                .filter(row -> row.coalition().equals(contact.coalition().value()))
                .filter(row -> row.state() == ResourceRow.State.WITHDRAWN)
                .isPresent();
    }
}
