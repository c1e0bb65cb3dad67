package cn.jinshan.chronicle.editing;

import cn.jinshan.chronicle.entries.Term;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.validation.Errors;

/** How an administrator explains a word, and the version of that which was seen. */
class TermForm extends PublicTextForm {

    private static final Pattern SLASH = Pattern.compile("[/／]");

    private String version = "";

    @Size(min = 1, max = Term.LONGEST_FORM, message = "{mistake.term.name}")
    private String name = "";

    /** A slash divides them. */
    private String forms = "";

    @Size(min = 1, max = Term.LONGEST_EXPLANATION, message = "{mistake.term.explanation}")
    private String explanation = "";

    static TermForm of(Explaining.Explained term) {
        var form = new TermForm();
        form.version = String.valueOf(term.version());
        form.name = term.name();
        form.forms = String.join("/", term.forms());
        form.explanation = term.explanation();
        return form;
    }

    /** Finds what is wrong with its other forms, in words. */
    void check(Errors mistakes) {
        var others = otherForms();
        if (others.size() > Term.MOST_FORMS || others.stream().anyMatch(form -> form.length() > Term.LONGEST_FORM)) {
            mistakes.rejectValue("forms", "mistake.term.forms");
        }
        confirm(mistakes);
    }

    @Override
    List<String> publicTexts() {
        return List.of(name, forms, explanation);
    }

    /** The version that was seen; -1 for none, which is always stale. */
    long seen() {
        return EntryForm.number(version);
    }

    /** What else texts call it, each once. */
    List<String> otherForms() {
        return SLASH.splitAsStream(forms)
                .map(String::strip)
                .filter(form -> !form.isEmpty() && !form.equals(name))
                .distinct()
                .toList();
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = EntryForm.clean(name).strip();
    }

    public String getForms() {
        return forms;
    }

    public void setForms(String forms) {
        this.forms = EntryForm.clean(forms).strip();
    }

    public String getExplanation() {
        return explanation;
    }

    public void setExplanation(String explanation) {
        this.explanation = EntryForm.clean(explanation).strip();
    }
}
