package org.tansiq.infra.log;

import java.util.Arrays;

/** Ascending positions; added at the end, removed at the front. */
final class Postings {
    private long[] positions = new long[2];
    private int first;
    private int end;

    void add(long position) {
        if (end == positions.length) {
            makeRoom();
        }
        positions[end++] = position;
    }

    void removeFirst() {
        first++;
    }

    int size() {
        return end - first;
    }

    boolean isEmpty() {
        return first == end;
    }

    /** Index of the first position that is not before {@code position}; ask {@link #at} up to {@link #size}. */
    int indexFrom(long position) {
        var found = Arrays.binarySearch(positions, first, end, position);
        return (found < 0 ? -found - 1 : found) - first;
    }

    long at(int index) {
        return positions[first + index];
    }

    private void makeRoom() {
        var length = first > positions.length / 2 ? positions.length : positions.length * 2;
        var roomier = new long[length];
        System.arraycopy(positions, first, roomier, 0, size());
        end = size();
        first = 0;
        positions = roomier;
    }
}
