package org.tansiq.gateway.operations;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.shared.Show;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.ProjectionStatus;
import org.tansiq.infra.rows.Rebuilding;
import org.tansiq.infra.wiring.Operations;

/** Where an operator begins: how the installation is doing. */
@Controller
class OperationsPage {
    /** @param parked those that nobody has decided about first */
    record Projection(ProjectionStatus status, List<ParkedEvent> parked) {}

    private final Operations operations;
    private final Directory directory;

    OperationsPage(Operations operations, Directory directory) {
        this.operations = operations;
        this.directory = directory;
    }

    @GetMapping("/operations")
    String all(Locale locale, Model model) {
        model.addAttribute("show", new Show(locale, directory));
        model.addAttribute(
                "projections",
                operations.projections().stream()
                        .map(status -> new Projection(status, parked(status.name())))
                        .toList());
        model.addAttribute("reasonMax", Parked.REASON_LENGTH_MAX);
        return "operations";
    }

    private List<ParkedEvent> parked(String projection) {
        try {
            return operations.parked(projection).stream().map(ParkedEvent::of).toList();
        } catch (Rebuilding firstTime) {
            return List.of();
        }
    }
}
