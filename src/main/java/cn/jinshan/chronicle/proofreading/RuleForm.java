package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.site.VersionedForm;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.validation.Errors;

/** Form for a wording rule, with the version that was seen. */
class RuleForm extends VersionedForm {

    @Size(min = 1, max = WordingRule.LONGEST_FOUND, message = "{mistake.rule.found}")
    private String found = "";

    @Size(max = WordingRule.LONGEST_BETTER, message = "{mistake.rule.better}")
    private String better = "";

    @Pattern(regexp = "FIRST_PERSON|ABBREVIATION|CHARACTER|TERM|NAME", message = "{mistake.rule.kind}")
    private String kind = "";

    static RuleForm of(WordingRuleAdministration.Rule rule) {
        var form = new RuleForm();
        form.show(rule.version());
        form.found = rule.found();
        form.better = rule.better();
        form.kind = rule.kind().name();
        return form;
    }

    @Override
    public void check(Errors mistakes) {
        if (!mistakes.hasErrors()) {
            var rule = new WordingRule(found, better, chosenKind());
            if (!rule.isToKeep() && rule.offers().contains(found)) {
                mistakes.rejectValue("better", "mistake.rule.same");
            }
        }
    }

    WordingHint.Kind chosenKind() {
        return WordingHint.Kind.valueOf(kind);
    }

    public String getFound() {
        return found;
    }

    public void setFound(String found) {
        this.found = onOneLine(found);
    }

    public String getBetter() {
        return better;
    }

    public void setBetter(String better) {
        this.better = onOneLine(better);
    }

    private static String onOneLine(String typed) {
        return PlainText.of(typed).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }
}
