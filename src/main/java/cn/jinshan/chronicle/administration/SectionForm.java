package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.EditorialSection;
import cn.jinshan.chronicle.entries.Section;
import cn.jinshan.chronicle.entries.Tone;
import cn.jinshan.chronicle.proofreading.PublicTextForm;
import cn.jinshan.chronicle.text.TypedNumber;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.Errors;

/** Form for a section of a year. */
public class SectionForm extends PublicTextForm {

    public String year = "";

    @NotEmpty(message = "{mistake.section.title}")
    @Size(max = 100, message = "{mistake.section.title.long}")
    public String title = "";

    @Size(max = 100, message = "{mistake.section.title.long}")
    public String titleEn = "";

    /** Empty for one from the title. */
    @Pattern(regexp = "|" + Section.SLUGS, message = "{mistake.slug}")
    public String slug = "";

    public String place = "";

    @Pattern(regexp = "GOLD|BLUE|GREEN|RED|PLUM|TEAL", message = "{mistake.tone}")
    public String tone = "";

    static SectionForm of(EditorialSection written, int year) {
        var form = new SectionForm();
        form.show(written.version());
        form.year = String.valueOf(year);
        form.title = written.section().title();
        form.titleEn = written.section().titleEn();
        form.slug = written.section().slug();
        form.place = String.valueOf(written.section().position());
        form.tone = written.section().tone().name();
        return form;
    }

    @Override
    public void check(Errors mistakes) {
        if (!place.matches("|[1-9]\\d{0,3}")) {
            mistakes.rejectValue("place", "mistake.position", new Object[] {place}, null);
        }
        super.check(mistakes);
    }

    @Override
    protected List<String> publicTexts() {
        return List.of(title, titleEn);
    }

    /** The year of the section; -1 for none. */
    int inYear() {
        return year.matches("\\d{4}") ? Integer.parseInt(year) : -1;
    }

    /** The wanted place, from 1; the last place if the form names none. */
    int wantedPlace() {
        return place.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(place);
    }

    Tone chosenTone() {
        return Tone.valueOf(tone);
    }

    @Override
    protected String cleaned(String field, String typed) {
        return field.equals("place") ? TypedNumber.of(typed) : super.cleaned(field, typed);
    }
}
