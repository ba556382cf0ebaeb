package org.tansiq.gateway.actions;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Folding;
import org.tansiq.domain.shared.Invalid;

/**
 * Which cell of a line holds what.
 *
 * @param names of the cells in order, spelled one way whatever the sheet's language
 * @param at the cell's index from 0
 * @param ignored headers as the sheet writes them, of columns that mean nothing here
 */
record Header(List<String> names, Map<Column, Integer> at, List<String> ignored) {
    /** @throws Invalid {@code missing-column}, {@code duplicate-column} */
    static Header of(List<String> cells) {
        var names = new ArrayList<String>();
        var at = new EnumMap<Column, Integer>(Column.class);
        var ignored = new ArrayList<String>();
        for (var cell : cells) {
            var column = Column.named(cell);
            if (column.isPresent() && at.putIfAbsent(column.get(), names.size()) != null) {
                throw new Invalid("duplicate-column", column.get().field());
            }
            if (column.isEmpty() && !cell.isBlank()) {
                ignored.add(cell.strip());
            }
            names.add(column.map(Column::name).orElseGet(() -> Folding.fold(cell)));
        }
        for (var column : Column.REQUIRED) {
            if (!at.containsKey(column)) {
                throw new Invalid("missing-column", column.field());
            }
        }
        return new Header(List.copyOf(names), at, List.copyOf(ignored));
    }

    /** How many of these cells are known as headers. */
    static long known(List<String> cells) {
        return cells.stream().filter(cell -> Column.named(cell).isPresent()).count();
    }

    /** What the line has there; empty if the sheet has no such column or the line stops short of it. */
    String cell(Column column, List<String> line) {
        @Nullable Integer index = at.get(column);
        return index == null || index >= line.size() ? "" : line.get(index);
    }
}
