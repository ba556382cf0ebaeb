package org.tansiq.projections.actions.matching;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.domain.actions.Coordinates;

/**
 * Parts the earth into cells, so that what lies within one cell's height of a point is in its cell or in one beside it.
 *
 * @param degrees height of a cell; a degree is about 111 km
 */
record Grid(double degrees) {
    /** Near the poles cells get wider rather than without end. */
    private static final double COSINE_MIN = 0.01;

    private static final long ROW = 1L << 32;

    long cell(Coordinates at) {
        var band = band(at.latitude());
        return key(band, column(at.longitude(), band), columns(band));
    }

    /** The cell of a point and those around it; each once. */
    List<Long> around(Coordinates at) {
        var cells = new ArrayList<Long>();
        var middle = band(at.latitude());
        for (var band = middle - 1; band <= middle + 1; band++) {
            var columns = columns(band);
            // A band nearer to the pole has wider cells: one cell of the narrowest of the three to either side is far
            // enough.
            var reach = width(narrowest(middle));
            var first = column(at.longitude() - reach, band);
            var last = column(at.longitude() + reach, band);
            for (var column = first; column <= last; column++) {
                var key = key(band, column, columns);
                if (!cells.contains(key)) {
                    cells.add(key);
                }
            }
        }
        return cells;
    }

    private static long key(long band, long column, long columns) {
        return band * ROW + Math.floorMod(column, columns);
    }

    private long band(double latitude) {
        return (long) Math.floor(latitude / degrees);
    }

    /** Of the bands beside it the one towards the pole, where a degree of longitude is shortest. */
    private static long narrowest(long band) {
        return band >= 0 ? band + 1 : band - 1;
    }

    private long column(double longitude, long band) {
        return (long) Math.floor((longitude + 180) / 360 * columns(band));
    }

    private long columns(long band) {
        return Math.max(1, (long) Math.floor(360 / width(band)));
    }

    private double width(long band) {
        var middle = Math.toRadians((band + 0.5) * degrees);
        return degrees / Math.max(COSINE_MIN, Math.cos(middle));
    }
}
