package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.EditorialChronicle;
import cn.jinshan.chronicle.entries.Source;
import cn.jinshan.chronicle.proofreading.PublicTextForm;
import cn.jinshan.chronicle.text.HalfWidth;
import cn.jinshan.chronicle.text.PlainText;
import cn.jinshan.chronicle.text.TypedNumber;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Form for the chronicle of a year. */
public class ChronicleForm extends PublicTextForm {

    private static final Pattern DAY = Pattern.compile("([^-年./]+)[-年./]([^-月./]+)[-月./]([^-月./]+)");

    public String year = "";

    @NotEmpty(message = "{mistake.title}")
    @Size(max = 200, message = "{mistake.title.long}")
    public String title = "";

    @Size(max = 4000, message = "{mistake.introduction.long}")
    public String introduction = "";

    @Size(max = 200, message = "{mistake.source.long}")
    public String publisher = "";

    @Size(max = 200, message = "{mistake.source.long}")
    public String sourceTitle = "";

    public String published = "";

    static ChronicleForm of(EditorialChronicle written) {
        var form = new ChronicleForm();
        var chronicle = written.chronicle();
        form.show(written.version());
        form.year = String.valueOf(chronicle.year());
        form.title = chronicle.title();
        form.introduction = chronicle.introduction();
        var source = chronicle.source();
        if (source != null) {
            form.publisher = source.publisher();
            form.sourceTitle = source.title();
            var day = source.published();
            form.published = day == null
                    ? ""
                    : String.format(Locale.ROOT, "%d年%d月%d日", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        }
        return form;
    }

    /** The source in which the chronicle was first published; null if none is named. */
    @Nullable
    Source source() {
        return isWithoutSource() ? null : new Source(publisher, sourceTitle, day());
    }

    private boolean isWithoutSource() {
        return publisher.isEmpty() && sourceTitle.isEmpty() && published.isEmpty();
    }

    private @Nullable LocalDate day() {
        var typed = DAY.matcher(published);
        if (!typed.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    number(typed.group(1), "\\d{4}"), number(typed.group(2), "\\d+"), number(typed.group(3), "\\d+"));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static int number(String typed, String form) {
        var number = TypedNumber.of(typed);
        return number.matches(form) ? Integer.parseInt(number) : -1;
    }

    /** Requires publisher and title of the source together, or neither. */
    @Override
    public void check(Errors mistakes) {
        if (!year.matches("(19|2\\d)\\d\\d")) {
            var code = year.isEmpty() ? "mistake.year" : "mistake.year.digits";
            mistakes.rejectValue("year", code, new Object[] {year}, null);
        }
        if (publisher.isEmpty() && !isWithoutSource()) {
            mistakes.rejectValue("publisher", "mistake.source");
        }
        if (sourceTitle.isEmpty() && !isWithoutSource()) {
            mistakes.rejectValue("sourceTitle", "mistake.sourceTitle");
        }
        if (!published.isEmpty() && day() == null) {
            mistakes.rejectValue("published", "mistake.published");
        }
        super.check(mistakes);
    }

    @Override
    protected List<String> publicTexts() {
        return List.of(title, introduction, publisher, sourceTitle);
    }

    @Override
    protected String cleaned(String field, String typed) {
        return switch (field) {
            case "introduction" -> PlainText.of(typed);
            case "published" -> HalfWidth.compatible(PlainText.of(typed)).strip();
            case "year" -> TypedNumber.of(typed);
            default -> super.cleaned(field, typed);
        };
    }
}
