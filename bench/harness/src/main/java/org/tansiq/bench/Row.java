package org.tansiq.bench;

/** One thing that is measured; it can be asked for by its name. */
interface Row {
    String name();

    void measure(Run run) throws Exception;
}
