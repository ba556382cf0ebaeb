package org.tansiq.gateway.actions;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;

/** One line of a sheet on its way to be a row. */
final class RowReading {
    private static final int LATITUDE_MAX = 90;
    private static final int LONGITUDE_MAX = 180;

    private final Header header;
    private final int line;
    private final List<String> cells;

    RowReading(Header header, int line, List<String> cells) {
        this.header = header;
        this.line = line;
        this.cells = cells;
    }

    /** @throws Invalid the first thing that is wrong with it */
    SheetRow row() {
        refuseMoreCellsThanHeaders();
        refuseFormulas();
        var title = Cells.requiredLine(Column.TITLE, cell(Column.TITLE));
        var latitude = Cells.degrees(Column.LATITUDE, cell(Column.LATITUDE), LATITUDE_MAX);
        var longitude = Cells.degrees(Column.LONGITUDE, cell(Column.LONGITUDE), LONGITUDE_MAX);
        if ((latitude == null) != (longitude == null)) {
            throw new Invalid(
                    "coordinates-incomplete", (latitude == null ? Column.LATITUDE : Column.LONGITUDE).field());
        }
        var starts = Cells.time(Column.STARTS, cell(Column.STARTS));
        if (starts == null) {
            throw new Invalid("missing-field", Column.STARTS.field());
        }
        // An offset says more than the zone beside it, and which of two hours is meant where clocks go back.
        var zone = starts.offset() == null ? Cells.zone(cell(Column.TIMEZONE)) : starts.offset();
        var ends = ends(zone);
        if (ends != null && !ends.isAfter(starts.local())) {
            throw new Invalid("end-before-start", Column.ENDS.field());
        }
        return new SheetRow(
                line,
                label(),
                title,
                Cells.language(cell(Column.LANGUAGE), title),
                Cells.line(Column.ORGANISATION, cell(Column.ORGANISATION)),
                Cells.line(Column.COUNTRY, cell(Column.COUNTRY)),
                Cells.requiredLine(Column.CITY, cell(Column.CITY)),
                Cells.line(Column.VENUE, cell(Column.VENUE)),
                latitude,
                longitude,
                starts.local(),
                ends,
                zone,
                Cells.hashtags(cell(Column.HASHTAGS)),
                Cells.kind(cell(Column.KIND), title),
                Fingerprint.of(header, cells));
    }

    /** As the clocks show that the start was written by. */
    private @Nullable LocalDateTime ends(@Nullable ZoneId zone) {
        var ends = Cells.time(Column.ENDS, cell(Column.ENDS));
        if (ends == null || ends.offset() == null) {
            return ends == null ? null : ends.local();
        }
        if (zone == null) {
            throw new Invalid(
                    "bad-time",
                    Column.ENDS.field(),
                    Map.of("given", cell(Column.ENDS).strip(), "example", "2018-02-24T12:00"));
        }
        return ends.in(zone);
    }

    RowProblem problem(Invalid invalid) {
        return RowProblem.of(line, label(), invalid);
    }

    /** Only shows people which row is meant, so whatever is there will do, up to a length. */
    private @Nullable String label() {
        var label = cell(Column.ROW).strip();
        if (label.isEmpty()) {
            return null;
        }
        return label.length() <= Limits.NAME_LENGTH_MAX ? label : label.substring(0, Limits.NAME_LENGTH_MAX);
    }

    /** Most often a comma within a name that nobody put in quotes: every cell behind it would be read as another. */
    private void refuseMoreCellsThanHeaders() {
        var headers = header.names().size();
        if (cells.stream().skip(headers).anyMatch(cell -> !cell.isBlank())) {
            throw new Invalid("too-many-cells", "row", Map.of("max", headers, "count", cells.size()));
        }
    }

    private void refuseFormulas() {
        for (var column : header.at().keySet()) {
            if (Cells.isFormula(cell(column))) {
                throw new Invalid("formula-cell", column.field());
            }
        }
    }

    private String cell(Column column) {
        return header.cell(column, cells);
    }
}
