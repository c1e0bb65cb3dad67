package cn.jinshan.chronicle.reports;

import cn.jinshan.chronicle.entries.PlainText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a reader types who says that something is wrong. */
class ReportForm {

    private static final int MOST_LINKS = 2;

    private static final Pattern LINK = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);

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

    /** Filled in where no person sees a field, or full of links. */
    boolean looksLikeSpam() {
        return !website.isEmpty() || LINK.matcher(text).results().count() > MOST_LINKS;
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
        this.text = PlainText.of(text).strip();
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
