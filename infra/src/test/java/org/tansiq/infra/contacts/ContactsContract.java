package org.tansiq.infra.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.shared.CoalitionId;

/** What every store of contacts keeps to. */
abstract class ContactsContract {
    static final ContactId JOURNALIST = contact("ghouta", "journalist");
    private static final ContactId PRINTER = contact("ghouta", "printer");
    private static final ContactId ELSEWHERE = contact("aleppo", "journalist");

    Contacts contacts;

    /** Opens the same store again and again within one test; it is empty when a test begins. */
    abstract Contacts open();

    @BeforeEach
    void begin() {
        contacts = open();
    }

    @AfterEach
    void end() {
        contacts.close();
    }

    @Test
    void what_was_written_is_found_also_when_opened_anew() {
        contacts.write(JOURNALIST, "ريم\nعند المحكمة، ‎+49 30 901820");
        contacts.close();
        contacts = open();

        assertThat(contacts.find(JOURNALIST)).contains("ريم\nعند المحكمة، ‎+49 30 901820");
    }

    @Test
    void a_contact_belongs_to_one_resource_of_one_coalition() {
        contacts.write(JOURNALIST, "Rim");

        assertThat(contacts.find(PRINTER)).isEmpty();
        assertThat(contacts.find(ELSEWHERE)).isEmpty();
    }

    @Test
    void what_is_written_anew_stands_in_place_of_what_was_there() {
        contacts.write(JOURNALIST, "Rim");
        contacts.write(JOURNALIST, "Salma");

        assertThat(contacts.find(JOURNALIST)).contains("Salma");
        assertThat(contacts.all()).containsExactly(JOURNALIST);
    }

    @Test
    void what_was_deleted_is_gone_and_nothing_else_is() {
        contacts.write(JOURNALIST, "Rim");
        contacts.write(PRINTER, "Adam");
        contacts.write(ELSEWHERE, "Salma");

        contacts.delete(JOURNALIST);
        contacts.delete(JOURNALIST);

        assertThat(contacts.find(JOURNALIST)).isEmpty();
        assertThat(contacts.find(PRINTER)).contains("Adam");
        assertThat(contacts.find(ELSEWHERE)).contains("Salma");
        assertThat(contacts.all()).containsExactly(ELSEWHERE, PRINTER);
    }

    @Test
    void the_longest_that_may_be_written_is_kept_whole() {
        var longest = "ض".repeat(Contacts.LENGTH_MAX);

        contacts.write(JOURNALIST, longest);

        assertThat(contacts.find(JOURNALIST)).contains(longest);
    }

    private static ContactId contact(String coalition, String resource) {
        return new ContactId(new CoalitionId(coalition), new ResourceId(resource));
    }
}
