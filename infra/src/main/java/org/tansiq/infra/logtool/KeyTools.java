package org.tansiq.infra.logtool;

import org.jspecify.annotations.Nullable;
import org.tansiq.infra.keys.KeyRotation;
import org.tansiq.infra.keys.KeyShelf;
import org.tansiq.infra.keys.KeysRefused;
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

    private static KeyShelf shelf(OpenLog store) {
        return store.shelf().orElseThrow(KeysRefused::missing);
    }
}
