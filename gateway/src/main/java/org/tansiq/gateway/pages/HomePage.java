package org.tansiq.gateway.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a reader comes in. */
@Controller
class HomePage {
    @GetMapping("/")
    String home() {
        return "home";
    }
}
