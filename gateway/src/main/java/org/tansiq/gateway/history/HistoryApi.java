package org.tansiq.gateway.history;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.infra.history.History;

/** What happened in a coalition, as far as one may see it, in the order of the log, one event a line. */
@RestController
class HistoryApi {
    private final History history;
    private final Access access;
    private final Sights sights;

    HistoryApi(History history, Access access, Sights sights) {
        this.history = history;
        this.access = access;
        this.sights = sights;
    }

    /** Streams what stands in the log now, from a position on; the header says how far that is. */
    @GetMapping(path = "/api/v1/coalitions/{coalition}/history", produces = "application/x-ndjson")
    void lines(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(defaultValue = "0") long from,
            HttpServletResponse response)
            throws IOException {
        var reader = access.reads(me, coalition);
        if (from < 0) {
            throw new Invalid("bad-position", "from");
        }
        var head = sights.shown(history.head());
        var sight = sights.ofHistory(reader, coalition);
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(Desk.POSITION, Long.toString(head - 1));
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        history.entries(coalition, from, head, entry -> {
            var seen = sight.entry(entry);
            if (seen.isPresent()) {
                out.write(seen.get().line());
                out.write('\n');
            }
        });
        out.flush();
    }
}
