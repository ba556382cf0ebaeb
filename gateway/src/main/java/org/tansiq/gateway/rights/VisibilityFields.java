package org.tansiq.gateway.rights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a thing, as a request says it.
 *
 * @param reach missing: {@code COALITION}
 * @param named organisations by id or by name, for {@code NAMED}
 * @param embargo an instant with its offset; until it is lifted nobody else sees the thing
 */
public record VisibilityFields(
        @Nullable String reach,
        @Nullable List<@Nullable String> named,
        @Nullable String embargo) {}
