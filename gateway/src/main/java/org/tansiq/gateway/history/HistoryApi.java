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
import org.tansiq.gateway.rights.OwnersEyes;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.infra.history.History;

/** What happened in a coalition, in the order of the log, one event a line. */
@RestController
class HistoryApi {
    private final History history;
    private final Access access;
    private final OwnersEyes eyes;

    HistoryApi(History history, Access access, OwnersEyes eyes) {
        this.history = history;
        this.access = access;
        this.eyes = eyes;
    }

    /** Streams what stands in the log now, from a position on; the header says how far that is. */
    @GetMapping(path = "/api/v1/coalitions/{coalition}/history", produces = "application/x-ndjson")
    void lines(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(defaultValue = "0") long from,
            HttpServletResponse response)
            throws IOException {
        access.reads(me, coalition);
        if (from < 0) {
            throw new Invalid("bad-position", "from");
        }
        var head = history.head();
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(Desk.POSITION, Long.toString(head - 1));
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        history.lines(coalition, from, head, eyes.of(me), line -> {
            out.write(line);
            out.write('\n');
        });
        out.flush();
    }
}
