package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.validation.BindingResult;

class FormTest {

    private enum Colour {
        GOLD,
        BLUE;

        private String word = name();
    }

    static final class Row extends Form {
        public Colour colour = Colour.GOLD;
        public String name = "";
        private String hidden = "";
    }

    private static final class Sample extends VersionedForm {
        public static String constant = "";
        private static final List<String> SECRETS = new ArrayList<>();

        public String title = "";
        public String password = "";
        public int year;
        public boolean listed = true;
        public List<Row> rows = new ArrayList<>();
        public List<String> names = new ArrayList<>();
        public final Map<String, Colour> choice = new TreeMap<>();
        private String hidden = "";
        private final List<String> findings = new ArrayList<>();

        public String getHidden() {
            return hidden;
        }

        @Override
        protected String cleaned(String field, String typed) {
            return field.equals("password") ? typed : super.cleaned(field, typed);
        }
    }

    private final Sample form = new Sample();

    @Test
    void textsAreCleanedAndPasswordsStayAsTyped() {
        assertThat(bound("title", " 一\u0000二\r\n三\u3000", "password", " 一 二 ", "rows[1].name", " 王莉 ")
                        .hasErrors())
                .isFalse();

        assertThat(form.title).isEqualTo("一二\n三");
        assertThat(form.password).isEqualTo(" 一 二 ");
        assertThat(form.rows).extracting(row -> row.name).containsExactly("", "王莉");
    }

    @Test
    void fieldsOfEveryTypeAreSet() {
        var mistakes = bound(
                "year", "2023", "_listed", "on", "version", "7", "rows[0].colour", "BLUE", "choice[title]", "BLUE");

        assertThat(mistakes.hasErrors()).isFalse();
        assertThat(form.year).isEqualTo(2023);
        assertThat(form.listed).isFalse();
        assertThat(form.seen()).isEqualTo(7);
        assertThat(form.rows.get(0).colour).isEqualTo(Colour.BLUE);
        assertThat(form.choice).containsOnly(Map.entry("title", Colour.BLUE));
    }

    @Test
    void whatCannotBeReadIsAMistakeAtItsFieldAndStaysThere() {
        var mistakes = bound("year", "明年", "title", "标题");

        assertThat(mistakes.getFieldErrors())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.getCodes()).contains("typeMismatch.year", "typeMismatch.int"));
        assertThat(mistakes.getFieldValue("year")).isEqualTo("明年");
        assertThat(form.title).isEqualTo("标题");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows[256].name", "names[256]"})
    void noListGrowsBeyondTheUsualLimit(String path) {
        assertThatThrownBy(() -> bound(path, "第257个")).isInstanceOf(InvalidPropertyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hidden",
                "findings",
                "findings[0]",
                "_findings",
                "!hidden",
                "constant",
                "SECRETS[0]",
                "version.number",
                "rows[0].hidden",
                "rows[0].colour.word",
                "rows[0].colour.$VALUES[0]",
                "choice",
                "choice[a].word",
                "choice[a].$VALUES[0]",
                "choice[a].$VALUES[choice]",
                "class.name",
            })
    void nothingElseIsSet(String path) {
        form.findings.add("所见");
        form.choice.put("a", Colour.GOLD);
        form.rows.add(new Row());

        assertThat(bound(path, "BLUE").hasErrors()).isFalse();

        assertThat(form.getHidden() + Sample.constant + form.rows.get(0).hidden).isEmpty();
        assertThat(form.findings).containsExactly("所见");
        assertThat(Sample.SECRETS).isEmpty();
        assertThat(form.choice).containsOnly(Map.entry("a", Colour.GOLD));
        assertThat(form.seen()).isNegative();
        assertThat(Colour.values()).extracting(colour -> colour.word).containsExactly("GOLD", "BLUE");
    }

    private BindingResult bound(String... typed) {
        var binder = new FormBinder(form, "form");
        binder.setConversionService(new DefaultFormattingConversionService());
        var values = new MutablePropertyValues();
        for (int i = 0; i < typed.length; i += 2) {
            values.add(typed[i], typed[i + 1]);
        }
        binder.bind(values);
        return binder.getBindingResult();
    }
}
