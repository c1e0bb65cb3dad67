package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.EditorialChronicle;
import cn.jinshan.chronicle.entries.Source;
import cn.jinshan.chronicle.proofreading.PublicTextForm;
import cn.jinshan.chronicle.text.HalfWidth;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Form for the chronicle of a year. */
public class ChronicleForm extends PublicTextForm {

    private static final java.util.regex.Pattern DAY =
            java.util.regex.Pattern.compile("(\\d{4})[-年./](\\d{1,2})[-月./](\\d{1,2})日?");

    @Pattern(regexp = "(19|2\\d)\\d\\d", message = "{mistake.year}")
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
                    Integer.parseInt(typed.group(1)),
                    Integer.parseInt(typed.group(2)),
                    Integer.parseInt(typed.group(3)));
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** Requires publisher and title of the source together, or neither. */
    @Override
    public void check(Errors mistakes) {
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
            case "year" ->
                HalfWidth.compatible(PlainText.of(typed))
                        .strip()
                        .replaceFirst("年$", "")
                        .strip();
            default -> super.cleaned(field, typed);
        };
    }
}
