package org.tansiq.infra.log;

/** How an event's payload is hidden in the log, and in its tail in memory, from all who do not ask for it here. */
public interface Sealing {
    /** Payloads are kept as they are. */
    Sealing NONE = new Sealing() {
        @Override
        public StoredEvent seal(StoredEvent event, Earlier earlier) {
            return event;
        }

        @Override
        public String open(StoredEvent event) {
            return event.payload();
        }
    };

    /** The event as it is to be stored. */
    StoredEvent seal(StoredEvent event, Earlier earlier);

    /**
     * The payload to be read.
     *
     * @throws RuntimeException if it cannot be read here
     */
    String open(StoredEvent event);

    /** What is in the log already. */
    @FunctionalInterface
    interface Earlier {
        /** In the order of the log, until the visitor has seen enough. */
        void visit(Selection selection, CommitLog.Visitor visitor);
    }
}
