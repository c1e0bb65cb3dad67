package cn.jinshan.chronicle.glossary;

import cn.jinshan.chronicle.glossary.GlossaryAdministration.Explained;
import cn.jinshan.chronicle.site.ListController;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of the explained words, for administrators. */
@Controller
@RequestMapping(TermsController.WORDS)
class TermsController extends ListController<Explained, TermForm> {

    static final String WORDS = "/admin/words";

    TermsController(GlossaryAdministration administration) {
        super("term", WORDS, "glossary/term", "name", "mistake.term.twice", administration);
    }

    @Override
    protected TermForm form(@Nullable Explained term) {
        return term == null ? new TermForm() : TermForm.of(term);
    }
}
