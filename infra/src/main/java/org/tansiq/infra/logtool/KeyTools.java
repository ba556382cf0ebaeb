package org.tansiq.infra.logtool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.keys.Custody;
import org.tansiq.infra.keys.KeyRotation;
import org.tansiq.infra.keys.KeyShelf;
import org.tansiq.infra.keys.KeysRefused;
import org.tansiq.infra.logtool.ToolRefused.Why;
import org.tansiq.infra.wiring.KeyCheck;

/** What whoever looks after an installation does with its keys, while no server runs on them. */
public final class KeyTools {
    private KeyTools() {}

    /**
     * See {@link KeyRotation#rotate}.
     *
     * @return how many keys were wrapped anew
     */
    public static int rotate(OpenLog store, @Nullable String passphrase, @Nullable String next) {
        return KeyRotation.rotate(shelf(store), store.keyFile(), passphrase, next);
    }

    /**
     * Destroys again what the log says to be erased, after an older copy of the keys was put back.
     *
     * @return how many keys were destroyed
     */
    public static int settle(OpenLog store, @Nullable String passphrase) {
        var keys = store.keys(passphrase).orElseThrow(KeysRefused::missing);
        var back = keys.contradicting(KeyCheck.erasures(store.log()));
        back.forEach(keys::announce);
        keys.destroy(back);
        return back.size();
    }

    /**
     * Brings the keys of one store to another, wrapped as they are, and the file that wraps them. One that was interrupted
     * goes on.
     *
     * @return how many keys are there now
     * @throws ToolRefused if other keys are there already
     */
    public static int bring(OpenLog from, OpenLog to) throws IOException {
        var source = shelf(from);
        var custody = source.custody().orElseThrow(KeysRefused::missing);
        var target = to.anyShelf();
        if (!target.begin(custody)
                && target.custody()
                        .filter(there -> there.id().equals(custody.id()))
                        .isEmpty()) {
            throw new ToolRefused(Why.KEYS_NOT_EMPTY);
        }
        if (custody.kind() == Custody.Kind.FILE && !to.keyFile().equals(from.keyFile())) {
            // With its rights: it stays its owner's alone.
            Files.copy(
                    from.keyFile(),
                    to.keyFile(),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        var people = source.people();
        for (var person : people) {
            target.keep(custody.id(), person, source.find(person).orElseThrow());
        }
        source.announced().forEach(target::announce);
        return people.size();
    }

    private static KeyShelf shelf(OpenLog store) {
        return store.shelf().orElseThrow(KeysRefused::missing);
    }
}
