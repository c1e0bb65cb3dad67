package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.site.VersionedForm;
import cn.jinshan.chronicle.text.PlainText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.validation.Errors;

/** Form for a wording rule, with the version that was seen. */
class RuleForm extends VersionedForm {

    @Size(min = 1, max = WordingRule.LONGEST_FOUND, message = "{mistake.rule.found}")
    public String found = "";

    @Size(max = WordingRule.LONGEST_BETTER, message = "{mistake.rule.better}")
    public String better = "";

    @Pattern(regexp = "FIRST_PERSON|ABBREVIATION|CHARACTER|TERM|NAME", message = "{mistake.rule.kind}")
    public String kind = "";

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

    @Override
    protected String cleaned(String field, String typed) {
        return PlainText.of(typed).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
