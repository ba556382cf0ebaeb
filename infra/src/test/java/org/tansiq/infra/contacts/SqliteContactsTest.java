package org.tansiq.infra.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteContactsTest extends ContactsContract {
    private static final String WORDS = "Rim Haddad, at the court, 030 901820";

    @TempDir
    Path folder;

    @Override
    Contacts open() {
        return new SqliteContacts(folder.resolve("contacts.db"));
    }

    @Test
    void what_was_deleted_is_in_no_file_any_more() throws IOException {
        contacts.write(JOURNALIST, WORDS);
        assertThat(isInSomeFile(WORDS)).isTrue();

        contacts.delete(JOURNALIST);

        assertThat(isInSomeFile(WORDS)).isFalse();
    }

    @Test
    void what_was_replaced_is_in_no_file_any_more_however_long_it_was() throws IOException {
        contacts.write(JOURNALIST, WORDS.repeat(200)); // over several pages
        assertThat(isInSomeFile(WORDS)).isTrue();

        contacts.write(JOURNALIST, "Salma");

        assertThat(isInSomeFile(WORDS)).isFalse();
        assertThat(isInSomeFile("Salma")).isTrue();
    }

    @Test
    void nobody_else_on_the_machine_reads_the_files() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        contacts.write(JOURNALIST, WORDS);

        try (var files = Files.list(folder)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    private boolean isInSomeFile(String words) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                // Every byte is a letter of its own, so that nothing is lost in reading.
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(words)) {
                    return true;
                }
            }
            return false;
        }
    }
}
