package org.tansiq.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param isMet null where nothing is expected, or this size cannot tell
 * @param details for the file only, rounds and all
 */
record Figure(
        String what,
        String measured,
        String beside,
        String ratio,
        String expected,
        @Nullable Boolean isMet,
        Map<String, Object> details) {}
