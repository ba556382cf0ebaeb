package org.tansiq.infra.wiring;

import java.util.ArrayList;
import java.util.List;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.LoggedEvent;
import org.tansiq.infra.log.Selection;

/** A log to read: that of a running installation, with its tail in memory, or a bare one. */
interface LogReading {
    long head();

    /** See {@link LogEventStorageEngine#read}. */
    List<LoggedEvent> read(long from, int limit);

    /** See {@link CommitLog#query}. */
    void query(Selection selection, long from, long to, CommitLog.Visitor visitor);

    static LogReading of(LogEventStorageEngine running) {
        return new LogReading() {
            @Override
            public long head() {
                return running.head();
            }

            @Override
            public List<LoggedEvent> read(long from, int limit) {
                return running.read(from, limit);
            }

            @Override
            public void query(Selection selection, long from, long to, CommitLog.Visitor visitor) {
                running.query(selection, from, to, visitor);
            }
        };
    }

    static LogReading of(CommitLog bare) {
        return new LogReading() {
            @Override
            public long head() {
                return bare.head();
            }

            @Override
            public List<LoggedEvent> read(long from, int limit) {
                var events = new ArrayList<LoggedEvent>();
                for (var commit : bare.read(from, limit)) {
                    var position = commit.position();
                    for (var event : commit.events()) {
                        if (position >= from && events.size() < limit) {
                            events.add(new LoggedEvent(position, commit.id(), event));
                        }
                        position++;
                    }
                }
                return events;
            }

            @Override
            public void query(Selection selection, long from, long to, CommitLog.Visitor visitor) {
                bare.query(selection, from, to, visitor);
            }
        };
    }
}
