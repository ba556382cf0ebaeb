package org.tansiq.gateway.history;

import org.jspecify.annotations.Nullable;
import org.tansiq.infra.history.History;

/**
 * An entry of the history as the page shows it.
 *
 * @param about what the event is about, by its name in the reader's language, if it is known
 * @param page that shows what it did
 * @param erased whether the person who did it is erased
 */
public record Told(History.Entry entry, @Nullable String about, String page, boolean erased) {}
