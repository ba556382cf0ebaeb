package org.tansiq.gateway.open;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is public, for programs without a token. */
@RestController
@SecurityRequirements
@RequestMapping(path = "/api/v1/public", produces = MediaType.APPLICATION_JSON_VALUE)
class PublicApi {
    private final Published published;

    PublicApi(Published published) {
        this.published = published;
    }

    @GetMapping("/actions")
    List<PublicAction> actions() {
        return published.actions();
    }

    @GetMapping("/tasks")
    List<PublicTask> tasks() {
        return published.tasks();
    }

    @GetMapping("/resources")
    List<PublicResource> resources() {
        return published.resources();
    }
}
