package org.tansiq.gateway.open;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.pages.Frame;
import org.tansiq.gateway.shared.Show;

/** What is public, for everybody who passes by. */
@Controller
class PublicPage {
    private final Published published;
    private final Directory directory;

    PublicPage(Published published, Directory directory) {
        this.published = published;
        this.directory = directory;
    }

    @GetMapping("/public")
    String all(HttpServletRequest request, Locale locale, Model page) {
        page.addAttribute("show", new Show(locale, directory));
        page.addAttribute("actions", published.actions());
        page.addAttribute("tasks", published.tasks());
        page.addAttribute("resources", published.resources());
        if (Frame.of(request).me() == null) {
            page.addAttribute("reading", true); // whoever passes by takes no cookie along
        }
        return "public";
    }
}
