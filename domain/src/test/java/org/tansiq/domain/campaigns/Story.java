package org.tansiq.domain.campaigns;

import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;

import java.util.Map;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.test.fixture.AxonTestFixture;
import org.tansiq.domain.members.MembersModule;
import org.tansiq.domain.shared.Text;

/** Berlin founded the coalition; Paris is a plain member. */
final class Story {
    static final Text NO_REASON = new Text(Map.of());
    static final HashtagRegistered SAVE_GHOUTA = registered("en", "#SaveGhouta");

    private Story() {}

    static AxonTestFixture fixture() {
        return AxonTestFixture.with(
                CampaignsModule.register(MembersModule.register(EventSourcingConfigurer.create())),
                AxonTestFixture.Customization::disableAxonServer);
    }

    static HashtagRegistered registered(String language, String tag) {
        return new HashtagRegistered(GHOUTA, language, tag, BERLIN, NOW);
    }

    static HashtagRetired retired(String language, String tag) {
        return new HashtagRetired(GHOUTA, language, tag, NO_REASON, BERLIN, NOW);
    }

    static HashtagRevived revived(String language, String tag) {
        return new HashtagRevived(GHOUTA, language, tag, BERLIN, NOW);
    }
}
