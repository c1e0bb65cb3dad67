package cn.jinshan.chronicle.reports;

import static java.util.function.Predicate.not;

import cn.jinshan.chronicle.site.Form;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Form of a reader's report. */
class ReportForm extends Form {

    private static final int MOST_LINKS = 2;

    private static final Pattern LINK =
            Pattern.compile("(https?://|www\\.)(?:[-\\w.:@]*\\w)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\s]*");

    public String formKey = "";

    public String entry = "";

    @NotEmpty(message = "{mistake.report.text}")
    @Size(max = 2000, message = "{mistake.report.long}")
    public String text = "";

    @Size(max = 200, message = "{mistake.report.contact}")
    public String contact = "";

    public String website = "";

    /** An empty form about an entry, or about none. */
    static ReportForm about(String entry) {
        var form = new ReportForm();
        form.formKey = UUID.randomUUID().toString();
        form.entry = entry;
        return form;
    }

    /** The key of this form with these words; other words in the same form have another key. */
    String key() {
        var said = String.join("\n", formKey, entry, contact, text);
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * Whether the invisible field is filled in, or the text is full of links.
     *
     * @param isHere whether an address is one of this site, which a report may well name
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

    /** The number of the entry; null for none. */
    @Nullable
    Long entryId() {
        return entry.isEmpty() ? null : Long.valueOf(entry);
    }

    @Override
    protected String cleaned(String field, String typed) {
        var plain = super.cleaned(field, typed);
        return switch (field) {
            case "contact" -> plain;
            case "text" -> BLANK.matcher(plain).matches() ? "" : plain;
            default -> typed;
        };
    }
}
