package org.tansiq.infra.campaign;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.Text;

/** Names and places of things that are made up. */
final class SomeWords {
    private static final List<Text> THINGS = List.of(
            Text.ofBoth("وقفة تضامنية مع المدنيين المحاصرين", "Vigil for the besieged civilians"),
            Text.ofBoth("مظاهرة أمام السفارة", "Demonstration before the embassy"),
            Text.ofBoth("اعتصام ليلي بالشموع", "A night's sit-in by candlelight"),
            Text.ofBoth("مؤتمر صحفي", "Press conference"),
            Text.ofBoth("معرض صور", "Exhibition of photographs"));
    private static final List<Text> WORK = List.of(
            Text.ofBoth("الحصول على تصريح الشرطة", "Get the police permit"),
            Text.ofBoth("طباعة ألف منشور", "Print a thousand leaflets"),
            Text.ofBoth("ترجمة البيان", "Translate the statement"),
            Text.ofBoth("مكبّر صوت ومولّد", "Loudspeaker and generator"),
            Text.ofBoth("متحدث باللغة الألمانية", "A speaker in German"));
    private static final List<Text> VENUES = List.of(
            Text.ofBoth("ساحة المدينة", "Town square"),
            Text.ofBoth("أمام السفارة الروسية", "Russian embassy"),
            Text.ofBoth("محطة القطار", "Railway station"),
            Text.ofBoth("دار البلدية", "Town hall"));
    private static final List<String> ZONES = List.of(
            "Europe/Berlin", "Europe/Paris", "Europe/London", "America/New_York", "Asia/Beirut", "Europe/Madrid");
    private static final int CITIES = 150;
    static final List<Place> PLACES = places();

    private SomeWords() {}

    static String id(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    static Text organization(int n) {
        return Text.ofBoth("لجنة التضامن رقم " + n, "Solidarity committee " + n);
    }

    static Text title(Random random) {
        return one(THINGS, random);
    }

    static Text work(Random random) {
        return one(WORK, random);
    }

    static Venue venue(Random random) {
        return new Venue(
                one(VENUES, random),
                random.nextInt(3) == 0
                        ? null
                        : new Coordinates(
                                random.nextInt(-60_000, 60_000) / 1e3, random.nextInt(-90_000, 90_000) / 1e3));
    }

    static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<Place> places() {
        var places = new ArrayList<Place>();
        for (var n = 0; n < CITIES; n++) {
            places.add(new Place(
                    new CityId("city-" + n),
                    ZoneId.of(ZONES.get(n % ZONES.size())),
                    "DE",
                    Text.ofBoth("المدينة " + n, "City " + n)));
        }
        return List.copyOf(places);
    }
}
