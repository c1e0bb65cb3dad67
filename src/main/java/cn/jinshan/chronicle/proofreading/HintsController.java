package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.proofreading.WordingRuleAdministration.Rule;
import cn.jinshan.chronicle.site.ListController;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of the wording rules, for administrators. */
@Controller
@RequestMapping(HintsController.HINTS)
class HintsController extends ListController<Rule, RuleForm> {

    static final String HINTS = "/admin/hints";

    HintsController(WordingRuleAdministration administration) {
        super("rule", HINTS, "proofreading/hint", "found", "mistake.rule.twice", administration);
    }

    @ModelAttribute("ruleKinds")
    Set<WordingHint.Kind> kinds() {
        return WordingRule.KINDS;
    }

    @Override
    protected RuleForm form(@Nullable Rule rule) {
        return rule == null ? new RuleForm() : RuleForm.of(rule);
    }
}
