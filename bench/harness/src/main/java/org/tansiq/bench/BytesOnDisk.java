package org.tansiq.bench;

import java.nio.file.Files;
import java.util.LinkedHashMap;

/** How much room the log takes beside what it keeps. Closing it has put everything into the one file. */
final class BytesOnDisk implements Row {
    private static final double TIMES_PAYLOAD_MAX = 2.5;

    @Override
    public String name() {
        return "bytes";
    }

    @Override
    public void measure(Run run) throws Exception {
        var log = run.log(run.size().big());
        var bytes = 0L;
        try (var files = Files.list(log.folder())) {
            for (var file : files.filter(path -> path.getFileName().toString().startsWith("log.db"))
                    .toList()) {
                bytes += Files.size(file);
            }
        }
        var onDisk = (double) bytes / log.events();
        var payload = (double) log.payloadBytes() / log.events();
        var details = new LinkedHashMap<String, Object>();
        details.put("events", log.events());
        details.put("bytes", bytes);
        details.put("payloadBytes", log.payloadBytes());
        details.put("tags", log.tags());
        run.add(
                "bytes an event on disk, SQLite",
                Run.number(onDisk),
                "payload: " + Run.number(payload),
                Run.number(onDisk / payload),
                "<= " + TIMES_PAYLOAD_MAX,
                onDisk / payload <= TIMES_PAYLOAD_MAX,
                details);
    }
}
