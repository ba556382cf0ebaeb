package org.tansiq.gateway.feeds;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.gateway.limits.Limited;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;

/** Where calendar programs come, with no session and no token: whoever knows the address reads it. */
@RestController
@Hidden
class FeedAddress {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final FeedReading reading;
    private final Limited limited;

    FeedAddress(FeedReading reading, Limited limited) {
        this.reading = reading;
        this.limited = limited;
    }

    /** What is revoked, or for its maker no more, answers as what never was. */
    @GetMapping("/feeds/{secret}.ics")
    ResponseEntity<byte[]> read(@PathVariable String secret, Locale language, HttpServletRequest request) {
        var feed = reading.known(secret).orElse(null);
        if (feed == null) {
            limited.unknownFeed(request.getRemoteAddr());
            throw new ProblemException(WebProblem.NO_SUCH_PATH);
        }
        limited.feed(feed.id());
        var calendar =
                reading.calendar(feed, language).orElseThrow(() -> new ProblemException(WebProblem.NO_SUCH_PATH));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"calendar.ics\"")
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }
}
