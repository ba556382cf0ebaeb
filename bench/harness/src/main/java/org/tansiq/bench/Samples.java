package org.tansiq.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What one side of a comparison gave, round by round. */
record Samples(List<Double> values) {
    Samples {
        values = List.copyOf(values);
    }

    double median() {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Measures the sides in turns, so that whatever else the machine does falls on all of them. */
    @SafeVarargs
    static List<Samples> inTurns(int rounds, Callable<Double>... sides) throws Exception {
        var values = new ArrayList<List<Double>>();
        for (var i = 0; i < sides.length; i++) {
            values.add(new ArrayList<>());
        }
        for (var round = 0; round < rounds; round++) {
            for (var i = 0; i < sides.length; i++) {
                values.get(i).add(sides[i].call());
            }
        }
        return values.stream().map(Samples::new).toList();
    }
}
