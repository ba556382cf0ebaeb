package org.tansiq.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tansiq.probe.ServerTest;

/** A test in a coalition of its own, with two members and an organisation that is none. */
public abstract class CoalitionTest extends ServerTest {
    /** For all tests: to sign in for the first time takes long, on purpose. */
    private static @Nullable People people;

    @Autowired
    private ApplicationContext application;

    protected Campaign campaign;
    protected Person berlin;
    protected Person paris;
    protected Person outsider;
    protected Coalition ghouta;

    private record People(ApplicationContext server, Person berlin, Person paris, Person outsider) {
        static People of(ApplicationContext server, Campaign campaign) {
            return new People(
                    server,
                    campaign.organization("Berlin"),
                    campaign.organization("Paris"),
                    campaign.organization("Outside"));
        }
    }

    @BeforeEach
    void found() {
        campaign = new Campaign(application, port);
        var known = people;
        if (known == null || known.server() != application) {
            known = People.of(application, campaign);
            people = known;
        }
        berlin = known.berlin();
        paris = known.paris();
        outsider = known.outsider();
        ghouta = campaign.coalition(berlin, paris);
    }

    /** The same fields, one of them another; null leaves it out. */
    protected static Map<String, Object> with(Map<String, Object> fields, String field, @Nullable Object value) {
        var changed = new LinkedHashMap<>(fields);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }
}
