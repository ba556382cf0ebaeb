package org.tansiq.gateway.rights;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tansiq.domain.members.RecordReading;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.gateway.limits.Limited;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;

/** Puts into the log what an auditor is about to read. */
@Component
public class Readings {
    /** What says which part of the log is read; any other parameter may hold words of people. */
    private static final List<String> POSITIONS = List.of("at", "position", "from", "after", "before");

    private static final Pattern POSITION = Pattern.compile("[0-9TZ:.+-]{1,40}");

    private final Commands commands;
    private final Desk desk;
    private final Limited limited;

    Readings(Commands commands, Desk desk, Limited limited) {
        this.commands = commands;
        this.desk = desk;
        this.limited = limited;
    }

    /**
     * Records that the present request is read; it is in the log when this returns. A repeat of a request is a reading of
     * its own, whatever key it bears.
     *
     * @throws org.tansiq.domain.shared.NotFound if the appointment is over by now: then nothing may be shown
     */
    public void record(Reader.Auditor auditor, CoalitionId coalition) {
        var me = auditor.who();
        limited.recordedReading(me.person());
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        commands.carryOut(
                new RecordReading(coalition, me.person(), what(request), desk.now()),
                new Actor(me.person(), me.organization()),
                null);
    }

    /** The path as it was sent, in ASCII, and positions. */
    static String what(HttpServletRequest request) {
        var what = new StringBuilder(
                request.getRequestURI().substring(request.getContextPath().length()));
        for (var name : POSITIONS) {
            var value = request.getParameter(name);
            if (value != null && POSITION.matcher(value).matches()) {
                what.append(' ').append(name).append('=').append(value);
            }
        }
        return what.substring(0, Math.min(what.length(), Limits.NAME_LENGTH_MAX));
    }
}
