package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.proofreading.WordingRuleAdministration.Rule;
import cn.jinshan.chronicle.site.ListController;
import cn.jinshan.chronicle.text.FoldedText;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the wording rules, for administrators. */
@Controller
@RequestMapping(HintsController.HINTS)
class HintsController extends ListController<Rule, RuleForm> {

    static final String HINTS = "/admin/hints";

    private final WordingRuleAdministration administration;

    HintsController(WordingRuleAdministration administration) {
        super("rule", HINTS, "proofreading/hint", "found", "mistake.rule.twice", administration);
        this.administration = administration;
    }

    @ModelAttribute("ruleKinds")
    Set<WordingHint.Kind> kinds() {
        return WordingRule.KINDS;
    }

    /** Words that are looked for in the list; null for none. */
    @ModelAttribute("q")
    @Nullable
    String wanted(@RequestParam @Nullable String q) {
        return q == null || FoldedText.of(q).text().isEmpty() ? null : q;
    }

    /** The rules with the wanted words in what they look out for or offer. */
    @Override
    public String list(Model model) {
        var view = super.list(model);
        if (model.getAttribute("q") instanceof String wanted) {
            var words = FoldedText.of(wanted).text();
            model.addAttribute(
                    "rules",
                    administration.all().stream()
                            .filter(rule -> rule.says(words))
                            .toList());
        }
        return view;
    }

    @Override
    protected RuleForm form(@Nullable Rule rule) {
        return rule == null ? new RuleForm() : RuleForm.of(rule);
    }
}
