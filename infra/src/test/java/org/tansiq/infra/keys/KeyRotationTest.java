package org.tansiq.infra.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.keys.KeysRefused.Why;

class KeyRotationTest {
    private static final String LONG = "a passphrase of many words";
    private static final String OTHER = "another passphrase, as long";

    @TempDir
    private Path folder;

    private KeyShelf shelf() {
        return new SqliteKeyShelf(folder.resolve("keys.db"));
    }

    private Path file() {
        return folder.resolve("key");
    }

    private AuthorKeys open(@Nullable String passphrase) {
        return AuthorKeys.open(shelf(), file(), passphrase);
    }

    private byte[] written(@Nullable String passphrase) {
        try (var keys = open(passphrase)) {
            return keys.toWrite("sana").getEncoded();
        }
    }

    private byte[] read(@Nullable String passphrase) {
        try (var keys = open(passphrase)) {
            return keys.toRead("sana").orElseThrow().getEncoded();
        }
    }

    private void rotate(@Nullable String passphrase, @Nullable String next) {
        try (var shelf = shelf()) {
            assertThat(KeyRotation.rotate(shelf, file(), passphrase, next)).isOne();
        }
    }

    private static void refused(Why why, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KeysRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void the_key_file_is_its_owners_alone() throws IOException {
        written(null);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void keys_are_there_after_a_restart() {
        var made = written(null);

        assertThat(read(null)).isEqualTo(made);
    }

    @Test
    void a_rotation_keeps_the_keys_and_makes_the_old_file_worthless() throws IOException {
        var key = written(null);
        var old = Files.readAllBytes(file());

        rotate(null, null);

        assertThat(read(null)).isEqualTo(key);
        assertThat(Files.readAllBytes(file())).isNotEqualTo(old);
        assertThat(Files.exists(folder.resolve("key.new"))).isFalse();
        Files.write(file(), old);
        refused(Why.FILE_OTHER, () -> open(null));
    }

    @Test
    void a_rotation_that_was_cut_off_before_its_last_step_is_finished_at_the_next_start() throws IOException {
        var key = written(null);
        rotate(null, null);
        Files.move(file(), folder.resolve("key.new"));
        Files.write(file(), new byte[10]);

        assertThat(read(null)).isEqualTo(key);
        assertThat(Files.exists(folder.resolve("key.new"))).isFalse();
    }

    @Test
    void a_rotation_that_was_cut_off_before_it_wrapped_anything_leaves_nothing() throws IOException {
        var key = written(null);
        new KeyFile(file()).makeNext();

        assertThat(read(null)).isEqualTo(key);
        assertThat(Files.exists(folder.resolve("key.new"))).isFalse();
    }

    @Test
    void a_missing_or_damaged_key_file_is_told() throws IOException {
        written(null);
        Files.writeString(file(), "nothing");
        refused(Why.FILE_DAMAGED, () -> open(null));
        Files.delete(file());
        refused(Why.FILE_MISSING, () -> open(null));
    }

    @Test
    void a_passphrase_stands_in_the_place_of_the_file() {
        var key = written(LONG);

        assertThat(Files.exists(file())).isFalse();
        assertThat(read(LONG)).isEqualTo(key);
        refused(Why.PASSPHRASE_WRONG, () -> open(OTHER));
        refused(Why.PASSPHRASE_MISSING, () -> open(null));
    }

    @Test
    void a_short_passphrase_is_refused() {
        refused(Why.PASSPHRASE_SHORT, () -> open("too short"));
    }

    @Test
    void the_file_gives_way_to_a_passphrase_and_that_to_another_and_to_a_file_again() {
        var key = written(null);

        refused(Why.PASSPHRASE_UNUSED, () -> open(LONG));
        rotate(null, LONG);
        assertThat(Files.exists(file())).isFalse();
        assertThat(read(LONG)).isEqualTo(key);
        rotate(LONG, OTHER);
        assertThat(read(OTHER)).isEqualTo(key);
        refused(Why.PASSPHRASE_WRONG, () -> open(LONG));
        rotate(OTHER, null);
        assertThat(read(null)).isEqualTo(key);
    }

    @Test
    void a_wrong_passphrase_rotates_nothing() {
        var key = written(LONG);

        refused(Why.PASSPHRASE_WRONG, () -> rotate(OTHER, null));

        assertThat(read(LONG)).isEqualTo(key);
        assertThat(Files.exists(file())).isFalse();
    }

    @Test
    void a_node_that_has_missed_a_rotation_makes_no_keys() {
        written(null);
        try (var behind = open(null)) {
            rotate(null, null);

            refused(Why.PERSON_ERASED, () -> behind.toWrite("omar"));
        }
        try (var keys = open(null)) {
            assertThat(keys.toRead("omar")).isEmpty();
        }
    }
}
