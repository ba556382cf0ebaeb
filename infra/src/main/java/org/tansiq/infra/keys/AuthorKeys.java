package org.tansiq.infra.keys;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.keys.KeysRefused.Why;

/** The keys on a shelf, unwrapped when they are asked for and then remembered. */
public final class AuthorKeys implements Authors, AutoCloseable {
    private final KeyShelf shelf;
    private final WrappingKey wrapping;
    private final Map<String, SecretKey> known = new ConcurrentHashMap<>();
    private final Set<String> erased = ConcurrentHashMap.newKeySet();

    private AuthorKeys(KeyShelf shelf, WrappingKey wrapping) {
        this.shelf = shelf;
        this.wrapping = wrapping;
    }

    /**
     * Opens a shelf; one that nobody has used begins with a new key file, or with the passphrase.
     *
     * @param shelf is closed with this
     * @param file of the wrapping key
     * @param passphrase in the place of the file
     * @throws KeysRefused if what is given does not open what is there
     */
    public static AuthorKeys open(KeyShelf shelf, Path file, @Nullable String passphrase) {
        var custody = shelf.custody();
        if (custody.isEmpty()) {
            var first = KeyRotation.first(new KeyFile(file), passphrase);
            if (shelf.begin(first.custody())) {
                return new AuthorKeys(shelf, first.key());
            }
            custody = shelf.custody();
        }
        return new AuthorKeys(shelf, KeyRotation.wrapping(custody.orElseThrow(), new KeyFile(file), passphrase));
    }

    @Override
    public SecretKey toWrite(String person) {
        if (erased.contains(person)) {
            throw erased();
        }
        var key = known.get(person);
        return key != null ? key : known.computeIfAbsent(person, this::findOrMake);
    }

    private SecretKey findOrMake(String person) {
        var made = wrapping.wrap(person, Aes.random(Aes.KEY_BYTES));
        return Aes.key(
                wrapping.unwrap(person, shelf.keep(wrapping.id(), person, made).orElseThrow(AuthorKeys::erased)));
    }

    private static KeysRefused erased() {
        return new KeysRefused(
                Why.PERSON_ERASED,
                "This person is erased and writes no more, or the keys were wrapped anew meanwhile.");
    }

    @Override
    public Optional<SecretKey> toRead(String person) {
        if (erased.contains(person)) {
            return Optional.empty();
        }
        var key = known.get(person);
        if (key != null) {
            return Optional.of(key);
        }
        var found = shelf.find(person).map(wrapped -> Aes.key(wrapping.unwrap(person, wrapped)));
        found.ifPresent(unwrapped -> known.put(person, unwrapped));
        return found;
    }

    @Override
    public boolean mayBeMissing(String person) {
        return erased.contains(person) || shelf.announced().contains(person);
    }

    /** Those who have a key. */
    public Set<String> people() {
        return shelf.people();
    }

    /** The erasures of the log, as it is opened: which of these still have a key that nobody has announced to destroy. */
    public Set<String> contradicting(Set<String> erasures) {
        var announced = shelf.announced();
        return shelf.people().stream()
                .filter(person -> erasures.contains(person) && !announced.contains(person))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** For who reads a log: nothing is destroyed, these are known to be gone. */
    public void erased(Set<String> erasures) {
        erased.addAll(erasures);
    }

    /** No key is made for this person any more, though the erasure is not in the log yet. */
    public void announce(String person) {
        shelf.announce(person);
    }

    public Set<String> announced() {
        return shelf.announced();
    }

    /** This person was not erased after all. */
    public void takeBack(String person) {
        shelf.takeBack(person);
    }

    /** The log has the erasures of these: nothing of theirs is opened any more. */
    public void destroy(Set<String> persons) {
        erased.addAll(persons);
        for (var person : shelf.people()) {
            if (persons.contains(person)) {
                shelf.destroy(person);
            }
        }
        // Who asked for a key in between has it no longer than for that.
        known.keySet().removeAll(persons);
    }

    @Override
    public void close() {
        known.clear();
        shelf.close();
    }
}
