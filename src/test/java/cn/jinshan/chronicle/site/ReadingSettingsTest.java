package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReadingSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "large",
                "easy",
                "big",
                "biggest.high",
                "light",
                "zh",
                "large.easy.biggest.dark.en",
                "easy.high.zh"
            })
    void whatTheCookieSaysIsReadAndSaidAgain(String cookie) {
        assertThat(brought(cookie).cookie()).isEqualTo(cookie);
        assertThat(brought(cookie).isSet()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "large.",
                "Large",
                "LARGE",
                "large.large",
                "easy.large",
                "big.biggest",
                "dark.light",
                "standard",
                "auto",
                "large.unknown",
                "large easy",
                "长者版",
                "<script>",
                "large.easy.biggest.dark.en.fr"
            })
    void aCookieThatSaysAnythingElseSaysNothing(String cookie) {
        assertThat(brought(cookie)).isEqualTo(ReadingSettings.STANDARD);
    }

    @Test
    void withoutACookieEverythingIsStandard() {
        var settings = ReadingSettings.of(new MockHttpServletRequest());

        assertThat(settings.isSet()).isFalse();
        assertThat(settings.words()).isEmpty();
        assertThat(settings.marks()).isNull();
        assertThat(settings.sheet()).isNull();
        assertThat(settings.language().locale()).isNull();
    }

    @Test
    void aWordThatMeansNothingAsksForNothing() {
        assertThat(ReadingSettings.of(List.of("huge", "", "dark")).words()).containsExactly("dark");
        assertThat(ReadingSettings.of(List.of("standard", "auto", "zh")).words())
                .containsExactly("zh");
    }

    @ParameterizedTest
    @CsvSource({
        // lang of the address, cookie, Accept-Language, the language of the page
        ", , , zh-CN",
        ", , 'fr, en;q=0.5', en",
        ", en, zh-CN, en",
        ", large.zh, en, zh-CN",
        ", large, en, en",
        ", en.large, zh-CN, zh-CN",
        "zh, en, en, zh-CN",
        "fr, en, zh-CN, en",
    })
    void theAddressGoesBeforeTheCookieAndTheCookieBeforeTheBrowser(
            String address, String cookie, String browser, String expected) {
        var request = new MockHttpServletRequest();
        if (address != null) {
            request.addParameter("lang", address);
        }
        if (cookie != null) {
            request.setCookies(new Cookie("reading", cookie));
        }
        if (browser != null) {
            request.addHeader("Accept-Language", browser);
            Locale.LanguageRange.parse(browser)
                    .forEach(range -> request.addPreferredLocale(Locale.forLanguageTag(range.getRange())));
        }

        assertThat(new ReaderLanguage().resolveLocale(request).toLanguageTag()).isEqualTo(expected);
    }

    private static ReadingSettings brought(String cookie) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie("reading", cookie));
        return ReadingSettings.of(request);
    }
}
