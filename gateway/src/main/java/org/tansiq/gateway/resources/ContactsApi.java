package org.tansiq.gateway.resources;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.resources.ReadContact;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Policy;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.infra.contacts.ContactId;
import org.tansiq.infra.contacts.Contacts;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.resources.ContactReadings;
import org.tansiq.projections.resources.ContactReadingsRow;
import org.tansiq.projections.resources.ContactReadingsRow.Reading;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.resources.ResourceRow;

/**
 * Who a contact is: its owner writes it, and others read it while it is lent to them. What is told here stands in no event,
 * no row and no kept answer.
 */
@RestController
@RequestMapping(
        path = "/api/v1/coalitions/{coalition}/resources/{resource}/contact",
        produces = MediaType.APPLICATION_JSON_VALUE)
class ContactsApi {
    private static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private final Desk desk;
    private final Access access;
    private final Views views;
    private final Contacts contacts;
    private final Sights sights;

    ContactsApi(Desk desk, Access access, Views views, Contacts contacts, Sights sights) {
        this.desk = desk;
        this.access = access;
        this.views = views;
        this.contacts = contacts;
        this.sights = sights;
    }

    /** @param who name, telephone, address: at most 2,000 characters, in lines as one likes */
    record Written(@Nullable String who) {
        /** Not the words: this ends up in logs. */
        @Override
        public String toString() {
            return "Written";
        }
    }

    record Known(String who) {
        @Override
        public String toString() {
            return "Known";
        }
    }

    /** @param position of the event that says that it was read */
    record Told(String who, long position) {
        @Override
        public String toString() {
            return "Told[" + position + "]";
        }
    }

    /**
     * Readings by others.
     *
     * @param total how many there were
     * @param last the latest first, at most 100
     */
    record Readings(int total, List<Reading> last) {}

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void write(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ResourceId resource,
            @RequestBody Written body) {
        var own = own(me, coalition, resource, access.acts(me, coalition));
        var who = Fields.required("who", body.who());
        Limits.lines("who", who, Contacts.LENGTH_MAX);
        requireOffered(own);
        var contact = new ContactId(coalition, resource);
        contacts.write(contact, who);
        // It may have been withdrawn meanwhile, and what was there to be deleted deleted.
        var now = row(me, coalition, resource);
        if (now.state() == ResourceRow.State.WITHDRAWN) {
            contacts.delete(contact);
        }
        requireOffered(now);
    }

    @GetMapping
    ResponseEntity<Known> read(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable ResourceId resource) {
        own(me, coalition, resource, access.acts(me, coalition));
        var who = contacts.find(new ContactId(coalition, resource));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Known(who.orElseThrow(() -> new Conflict("no-contact-yet"))));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable ResourceId resource) {
        own(me, coalition, resource, access.acts(me, coalition));
        contacts.delete(new ContactId(coalition, resource));
    }

    /** Whoever it is lent to reads it; that they did is in the log before they are answered. */
    @PostMapping("/read")
    ResponseEntity<Told> readLent(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable ResourceId resource) {
        var by = access.acts(me, coalition);
        var who = contacts.find(new ContactId(coalition, resource));
        if (who.isEmpty() || desk.isRepeat(me)) {
            // The command is not asked, or says what it said before: a booking that was in force may be over.
            requireLent(row(me, coalition, resource), by);
        }
        var words = who.orElseThrow(() -> new Conflict("no-contact-yet"));
        var receipt = desk.carryOut(me, new ReadContact(coalition, resource, by, desk.now()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(Desk.POSITION, Long.toString(receipt.position()))
                .body(new Told(words, receipt.position()));
    }

    /** Who read it when: for the owner, and for whoever audits the coalition. */
    @GetMapping("/readings")
    Readings readings(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable ResourceId resource) {
        var reader = access.reads(me, coalition);
        var contact = row(me, coalition, resource);
        requireContact(contact);
        if (!Policy.hearsOfReadings(reader, contact.owner())) {
            throw new NotAllowed("not-owner");
        }
        views.catchUp(ContactReadings.READINGS, WAIT_MAX);
        return views.get(ContactReadings.READINGS, resource.value())
                .map(ContactsApi::readings)
                .orElse(new Readings(0, List.of()));
    }

    private static Readings readings(ContactReadingsRow row) {
        return new Readings(row.total(), row.last());
    }

    private ResourceRow own(SignedIn me, CoalitionId coalition, ResourceId resource, OrganizationId owner) {
        var row = row(me, coalition, resource);
        if (!row.owner().equals(owner.value())) {
            throw new NotAllowed("not-owner");
        }
        requireContact(row);
        return row;
    }

    /** As it is at this moment, and not as the rows were a moment ago. */
    private ResourceRow row(SignedIn me, CoalitionId coalition, ResourceId resource) {
        views.catchUp(Inventory.RESOURCES, WAIT_MAX);
        var sight = sights.of(access.knows(me, coalition), coalition);
        return views.get(Inventory.RESOURCES, resource.value())
                .filter(row -> row.coalition().equals(coalition.value()))
                .flatMap(sight::row)
                .orElseThrow(() -> new NotFound("resource", resource));
    }

    private static void requireContact(ResourceRow row) {
        if (row.kind() != ResourceKind.CONTACT) {
            throw new Conflict("not-a-contact");
        }
    }

    private static void requireOffered(ResourceRow row) {
        if (row.state() == ResourceRow.State.WITHDRAWN) {
            throw new Conflict("resource-withdrawn");
        }
    }

    private void requireLent(ResourceRow row, OrganizationId by) {
        requireContact(row);
        if (!row.lentTo(by.value(), desk.now())) {
            throw new NotAllowed("not-lent");
        }
    }
}
