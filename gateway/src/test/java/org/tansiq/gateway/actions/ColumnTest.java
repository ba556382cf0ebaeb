package org.tansiq.gateway.actions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTest {
    @ParameterizedTest
    @CsvSource({
        "row,ROW",
        "title,TITLE",
        "organisation,ORGANISATION",
        "organization,ORGANISATION",
        "country,COUNTRY",
        "city,CITY",
        "venue,VENUE",
        "latitude,LATITUDE",
        "longitude,LONGITUDE",
        "starts,STARTS",
        "ends,ENDS",
        "timezone,TIMEZONE",
        "language,LANGUAGE",
        "hashtags,HASHTAGS",
        "kind,KIND",
        "الصف,ROW",
        "العنوان,TITLE",
        "المنظمة,ORGANISATION",
        "الجهة,ORGANISATION",
        "البلد,COUNTRY",
        "المدينة,CITY",
        "المكان,VENUE",
        "خط العرض,LATITUDE",
        "خط الطول,LONGITUDE",
        "البداية,STARTS",
        "النهاية,ENDS",
        "المنطقة الزمنية,TIMEZONE",
        "اللغة,LANGUAGE",
        "الوسوم,HASHTAGS",
        "النوع,KIND",
        "Time-Zone,TIMEZONE",
        "المدينه,CITY",
        "ألبَلَد,COUNTRY"
    })
    void a_column_is_known_by_its_names_in_both_languages(String header, Column column) {
        assertThat(Column.named(header)).contains(column);
    }

    @Test
    void other_names_are_of_no_column() {
        assertThat(Column.named("police contact")).isEmpty();
        assertThat(Column.named(" ")).isEmpty();
    }
}
