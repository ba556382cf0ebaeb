package org.tansiq.gateway.actions;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Refusal;

/**
 * Why one row of a sheet is not imported.
 *
 * @param line of the file on which the row begins; the header is on line 1
 * @param row what the sheet's own {@code row} column calls it, if it has one
 * @param code as of a {@link Refusal}
 * @param field the column at fault, if one is
 */
public record RowProblem(
        int line,
        @Nullable String row,
        String code,
        @Nullable String field,
        Map<String, Object> details) {
    public RowProblem {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** What was wrong with a row that could be read, once it became a command. */
    public static RowProblem of(SheetRow row, Refusal refusal) {
        return of(row.line(), row.row(), refusal);
    }

    static RowProblem of(int line, @Nullable String row, Refusal refusal) {
        return new RowProblem(line, row, refusal.code(), refusal.field(), refusal.details());
    }
}
