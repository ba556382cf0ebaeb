package org.tansiq.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.shared.Show;
import org.tansiq.probe.ServerTest;

class LanguageTest extends ServerTest {
    private static final String ARABIC = "lang=\"ar\" dir=\"rtl\"";
    private static final String ENGLISH = "lang=\"en\" dir=\"ltr\"";

    @Autowired
    private Directory directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ar                    | ar
                    ar-SY                 | ar
                    de, ar;q=0.8, en;q=.5 | ar
                    en-GB, ar             | en
                    de                    | en
                    *                     | en
                    ;;;                   | en
                    """)
    void a_page_speaks_the_language_that_the_browser_prefers(String preferred, String spoken) {
        assertThat(client().get("/sign-in", "Accept-Language", preferred).body())
                .contains(spoken.equals("ar") ? ARABIC : ENGLISH);
    }

    @Test
    void without_a_preference_it_is_english() {
        assertThat(client().get("/sign-in").body()).contains(ENGLISH, "Sign in");
    }

    @Test
    void the_reader_s_choice_counts_and_is_kept() {
        var browser = client();

        var chosen = browser.get("/sign-in?lang=ar", "Accept-Language", "en");

        assertThat(chosen.body()).contains(ARABIC, "تسجيل الدخول");
        assertThat(chosen.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("lang=ar").contains("SameSite=Strict", "HttpOnly", "Max-Age"));
        assertThat(browser.get("/sign-in", "Accept-Language", "en").body()).contains(ARABIC);
        assertThat(browser.get("/sign-in?lang=en").body()).contains(ENGLISH);
        assertThat(browser.get("/sign-in").body()).contains(ENGLISH);
    }

    @Test
    void a_choice_survives_the_way_to_the_sign_in_page() {
        var browser = client();

        assertThat(browser.get("/?lang=ar").statusCode()).isEqualTo(302);
        assertThat(browser.get("/sign-in").body()).contains(ARABIC);
    }

    @Test
    void a_language_that_is_not_there_is_no_choice() {
        var answer = client().get("/sign-in?lang=xx");

        assertThat(answer.body()).contains(ENGLISH);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("lang"));
    }

    @Test
    void the_api_follows_the_question_and_keeps_nothing() {
        var answer = client().get("/api/v1/me?lang=ar");

        assertThat(json(answer).path("title").asString()).isEqualTo("يلزم تسجيل الدخول");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void the_switch_keeps_the_page() {
        assertThat(client().get("/sign-in?wrong&lang=en").body()).contains("href=\"/sign-in?wrong&amp;lang=ar\"");
        assertThat(client().get("/sign-in?lang=ar").body()).contains("href=\"/sign-in?lang=en\"");
    }

    @Test
    void a_page_has_nothing_inline_and_nothing_from_elsewhere() {
        var page = client().get("/sign-in").body();

        assertThat(page)
                .doesNotContain("<script>", "<style", " style=", " onclick", "https://", "//cdn")
                .contains("/css/tansiq.css");
    }

    @Test
    void times_are_written_in_the_reader_s_language() {
        var evening = Instant.parse("2018-02-24T17:00:00Z");
        var english = new Show(Locale.ENGLISH, directory);
        var arabic = new Show(Locale.of("ar"), directory);

        assertThat(english.moment(evening)).isEqualTo("24 Feb 2018, 17:00\u00a0UTC");
        assertThat(english.day(LocalDate.of(2018, 2, 24))).isEqualTo("Saturday 24 February 2018");
        assertThat(english.local(LocalDateTime.of(2018, 2, 24, 18, 0))).isEqualTo("24 Feb 2018, 18:00");
        assertThat(english.hour(LocalDateTime.of(2018, 2, 24, 9, 5))).isEqualTo("09:05");
        assertThat(english.utc(evening)).isEqualTo("24 Feb 2018, 17:00");
        assertThat(arabic.moment(evening)).isEqualTo("24 فبراير 2018، 17:00\u00a0UTC");
        assertThat(arabic.day(LocalDate.of(2018, 2, 24))).isEqualTo("السبت 24 فبراير 2018");
    }

    @Test
    void countries_and_languages_have_names_in_both() {
        var english = new Show(Locale.ENGLISH, directory);
        var arabic = new Show(Locale.of("ar"), directory);

        assertThat(english.country("DE")).isEqualTo("Germany");
        assertThat(arabic.country("DE")).isEqualTo("ألمانيا");
        assertThat(english.languages(List.of("ar", "de"))).isEqualTo("Arabic, German");
        assertThat(arabic.languages(List.of("ar", "de"))).isEqualTo("العربية، الألمانية");
    }
}
