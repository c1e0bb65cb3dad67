package cn.jinshan.chronicle.reports;

import static java.util.function.Predicate.not;

import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Form of a reader's report. */
class ReportForm {

    private static final int MOST_LINKS = 2;

    private static final Pattern LINK =
            Pattern.compile("(https?://|www\\.)(?:[-\\w.:@]*\\w)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Z}\\s]*");

    private String formKey = "";

    private String entry = "";

    @NotEmpty(message = "{mistake.report.text}")
    @Size(max = 2000, message = "{mistake.report.long}")
    private String text = "";

    @Size(max = 200, message = "{mistake.report.contact}")
    private String contact = "";

    private String website = "";

    /** An empty form about an entry, or none. */
    static ReportForm about(String entry) {
        var form = new ReportForm();
        form.formKey = UUID.randomUUID().toString();
        form.entry = entry;
        return form;
    }

    /** Of this form with just these words: who goes back and writes something else says something else. */
    String key() {
        var said = String.join("\n", formKey, entry, contact, text);
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * Filled in where no person sees a field, or full of links.
     *
     * @param isHere whether an address is one of this site: those who report a page may well name it
     */
    boolean looksLikeSpam(Predicate<String> isHere) {
        return !website.isEmpty()
                || LINK.matcher(text)
                                .results()
                                .map(link -> link.group(1).contains(":") ? link.group() : "http://" + link.group())
                                .filter(not(isHere))
                                .count()
                        > MOST_LINKS;
    }

    /** The number of the entry it is about; null for none. */
    @Nullable
    Long entryId() {
        return entry.isEmpty() ? null : Long.valueOf(entry);
    }

    public String getFormKey() {
        return formKey;
    }

    public void setFormKey(String formKey) {
        this.formKey = formKey;
    }

    /** The number of an entry; empty for none. */
    public String getEntry() {
        return entry;
    }

    public void setEntry(String entry) {
        this.entry = entry;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        var plain = PlainText.of(text).strip();
        this.text = INVISIBLE.matcher(plain).matches() ? "" : plain;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = PlainText.of(contact).strip();
    }

    /** The field that nobody sees; only a program fills it in. */
    public String getWebsite() {
        return website;
    }

    public void setWebsite(String website) {
        this.website = website;
    }
}
