package org.tansiq.projections.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where what is for an action stands while that is merged into another, and that perhaps into a third: the way from its own
 * action to the one that it is shown under. It keeps its own, so that undoing a merge finds it.
 */
public final class Under {
    private Under() {}

    /** The one that it is shown under. */
    public static String last(String own, List<String> under) {
        return under.isEmpty() ? own : under.getLast();
    }

    public static List<String> merged(String own, List<String> under, String gone, String into) {
        return last(own, under).equals(gone)
                ? Stream.concat(under.stream(), Stream.of(into)).toList()
                : under;
    }

    public static List<String> undone(String own, List<String> under, String gone, String from) {
        var way = new ArrayList<String>();
        way.add(own);
        way.addAll(under);
        for (var at = 0; at + 1 < way.size(); at++) {
            if (way.get(at).equals(gone) && way.get(at + 1).equals(from)) {
                return List.copyOf(way.subList(1, at + 1));
            }
        }
        return under;
    }

    /** As far as it may be seen. */
    public static List<String> seen(List<String> under, Predicate<String> sees) {
        return under.stream().takeWhile(sees).toList();
    }
}
