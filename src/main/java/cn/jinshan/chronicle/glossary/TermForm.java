package cn.jinshan.chronicle.glossary;

import cn.jinshan.chronicle.proofreading.PublicTextForm;
import cn.jinshan.chronicle.text.Alternatives;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.Errors;

/** Form for an explained word, with the version that was seen. */
class TermForm extends PublicTextForm {

    @Size(min = 1, max = Term.LONGEST_FORM, message = "{mistake.term.name}")
    public String name = "";

    /** The other forms, divided by slashes. */
    public String forms = "";

    @Size(min = 1, max = Term.LONGEST_EXPLANATION, message = "{mistake.term.explanation}")
    public String explanation = "";

    static TermForm of(GlossaryAdministration.Explained term) {
        var form = new TermForm();
        form.show(term.version());
        form.name = term.name();
        form.forms = String.join("/", term.forms());
        form.explanation = term.explanation();
        return form;
    }

    @Override
    public void check(Errors mistakes) {
        var others = otherForms();
        if (others.size() > Term.MOST_FORMS || others.stream().anyMatch(form -> form.length() > Term.LONGEST_FORM)) {
            mistakes.rejectValue("forms", "mistake.term.forms");
        }
        super.check(mistakes);
    }

    @Override
    protected List<String> publicTexts() {
        return List.of(name, forms, explanation);
    }

    /** The other forms, each once. */
    List<String> otherForms() {
        return Alternatives.of(forms).stream()
                .filter(form -> !form.equals(name))
                .toList();
    }
}
