package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.EditorialSection;
import cn.jinshan.chronicle.entries.Section;
import cn.jinshan.chronicle.entries.Tone;
import cn.jinshan.chronicle.proofreading.PublicTextForm;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Form for a section of a year. */
public class SectionForm extends PublicTextForm {

    private String year = "";

    @NotEmpty(message = "{mistake.section.title}")
    @Size(max = 100, message = "{mistake.section.title.long}")
    private String title = "";

    @Pattern(regexp = Section.SLUGS, message = "{mistake.slug}")
    private String slug = "";

    @Pattern(regexp = "|[1-9]\\d{0,3}", message = "{mistake.position}")
    private String place = "";

    @Pattern(regexp = "GOLD|BLUE|GREEN|RED|PLUM|TEAL", message = "{mistake.tone}")
    private String tone = "";

    static SectionForm of(EditorialSection written, int year) {
        var form = new SectionForm();
        form.show(written.version());
        form.year = String.valueOf(year);
        form.title = written.section().title();
        form.slug = written.section().slug();
        form.place = String.valueOf(written.section().position());
        form.tone = written.section().tone().name();
        return form;
    }

    @Override
    protected List<String> publicTexts() {
        return List.of(title);
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

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = PlainText.stripped(year);
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = PlainText.stripped(title);
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = PlainText.stripped(slug);
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = PlainText.stripped(place);
    }

    public String getTone() {
        return tone;
    }

    public void setTone(String tone) {
        this.tone = PlainText.stripped(tone);
    }
}
