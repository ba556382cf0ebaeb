package org.tansiq.gateway.actions;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tansiq.domain.shared.Folding;

/** What a column of a sheet of actions may hold, and what people call it. */
enum Column {
    ROW("row | row number | no | nr", "الصف | رقم الصف | الرقم | رقم | التسلسل"),
    TITLE("title", "العنوان | عنوان | عنوان الفعالية | اسم الفعالية"),
    ORGANISATION(
            "organisation | organization | organiser | organizer | organisers | organizers | organised by | organized by",
            "المنظمة | منظمة | الجهة | الجهة المنظمة | المنظم | المنظمون"),
    COUNTRY("country", "البلد | بلد | الدولة | دولة"),
    CITY("city | town", "المدينة | مدينة"),
    VENUE("venue | place", "المكان | مكان | مكان التجمع | مكان الفعالية"),
    LATITUDE("latitude | lat", "خط العرض | العرض"),
    LONGITUDE("longitude | lon | lng | long", "خط الطول | الطول"),
    STARTS(
            "starts | start | starts at | start time | begins",
            "البداية | بداية | البدء | يبدأ | تبدأ | وقت البداية | وقت البدء | موعد البدء"),
    ENDS(
            "ends | end | ends at | end time",
            "النهاية | نهاية | الانتهاء | ينتهي | تنتهي | وقت النهاية | وقت الانتهاء | موعد الانتهاء"),
    TIMEZONE("timezone | time zone | tz", "المنطقة الزمنية | منطقة زمنية | النطاق الزمني"),
    LANGUAGE("language | lang", "اللغة | لغة"),
    HASHTAGS(
            "hashtags | hashtag | hash tags | tags",
            "الوسوم | الوسم | وسوم | وسم | الهاشتاغ | الهاشتاغات | هاشتاغ | الهاشتاج | هاشتاج"),
    KIND("kind | type", "النوع | نوع | نوع الفعالية");

    /** Without these no row makes an action. */
    static final List<Column> REQUIRED = List.of(TITLE, CITY, STARTS);

    private static final Map<String, Column> BY_NAME = byName();

    private final String english;
    private final String arabic;

    Column(String english, String arabic) {
        this.english = english;
        this.arabic = arabic;
    }

    /** The column that goes by this name in either language, in any case and spelling. */
    static Optional<Column> named(String header) {
        return Optional.ofNullable(BY_NAME.get(Folding.fold(header)));
    }

    /** As refusals and reports call it. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Column> byName() {
        var columns = new HashMap<String, Column>();
        for (var column : values()) {
            for (var name : (column.english + "|" + column.arabic).split("\\|", -1)) {
                columns.put(Folding.fold(name), column);
            }
        }
        return columns;
    }
}
