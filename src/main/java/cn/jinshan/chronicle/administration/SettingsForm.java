package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.site.Imprint;
import cn.jinshan.chronicle.site.Settings;
import cn.jinshan.chronicle.site.VersionedForm;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.validation.Errors;

/** Form for the settings of the federation, with the version that was seen. */
public class SettingsForm extends VersionedForm {

    /** The numbers of reviews that can be required. */
    static final List<String> REVIEWS = List.of("0", "1", "2", "3");

    private static final String REVIEW = "[0-3]";

    @NotEmpty(message = "{mistake.publisher}")
    @Size(max = Imprint.LONGEST_PUBLISHER, message = "{mistake.publisher.long}")
    public String publisher = "";

    @Size(max = Imprint.LONGEST_CONTACT, message = "{mistake.contact.long}")
    public String contact = "";

    @Size(max = Imprint.LONGEST_LICENCE, message = "{mistake.licence.long}")
    public String licence = "";

    @Size(max = Imprint.LONGEST_NUMBER, message = "{mistake.icp.long}")
    public String icp = "";

    @Size(max = Imprint.LONGEST_NUMBER, message = "{mistake.police.long}")
    public String police = "";

    @Size(max = Imprint.LONGEST_MARKS, message = "{mistake.marks.long}")
    public String marks = "";

    @Pattern(regexp = REVIEW, message = "{mistake.reviews}")
    public String reviewsOfNew = "";

    @Pattern(regexp = REVIEW, message = "{mistake.reviews}")
    public String reviewsOfCorrections = "";

    static SettingsForm of(Settings settings) {
        var form = new SettingsForm();
        form.show(settings.version());
        var imprint = settings.imprint();
        form.publisher = imprint.publisher();
        form.contact = imprint.contact();
        form.licence = imprint.licence();
        form.icp = imprint.icp();
        form.police = imprint.police();
        form.marks = imprint.marks();
        form.reviewsOfNew = String.valueOf(settings.requiredReviews().ofNew());
        form.reviewsOfCorrections = String.valueOf(settings.requiredReviews().ofCorrections());
        return form;
    }

    Imprint imprint() {
        return new Imprint(publisher, contact, icp, police, marks, licence);
    }

    RequiredReviews requiredReviews() {
        return new RequiredReviews(Integer.parseInt(reviewsOfNew), Integer.parseInt(reviewsOfCorrections));
    }

    /** Refuses a number of reviews that needs more reviewers than there are, unless it is the present number. */
    void refuseMoreThan(int reviewers, RequiredReviews present, Errors mistakes) {
        refuseMoreThan(Math.max(reviewers, present.ofNew()), "reviewsOfNew", reviewers, mistakes);
        refuseMoreThan(Math.max(reviewers, present.ofCorrections()), "reviewsOfCorrections", reviewers, mistakes);
    }

    private static void refuseMoreThan(int most, String field, int reviewers, Errors mistakes) {
        if (!mistakes.hasFieldErrors(field) && Integer.parseInt(String.valueOf(mistakes.getFieldValue(field))) > most) {
            mistakes.rejectValue(field, "mistake.reviewers", new Object[] {reviewers}, null);
        }
    }

    /** The values of another form that differ from this one, by field, in the order of the page. */
    Map<String, String> otherwise(SettingsForm other) {
        var otherwise = other.fields();
        otherwise.entrySet().removeAll(fields().entrySet());
        return otherwise;
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("publisher", publisher);
        fields.put("contact", contact);
        fields.put("licence", licence);
        fields.put("icp", icp);
        fields.put("police", police);
        fields.put("marks", marks);
        fields.put("reviewsOfNew", reviewsOfNew);
        fields.put("reviewsOfCorrections", reviewsOfCorrections);
        return fields;
    }

    @Override
    protected String cleaned(String field, String typed) {
        var lines = super.cleaned(field, typed);
        return field.equals("contact") || field.equals("licence") ? lines : lines.replaceAll("\\s+", " ");
    }
}
