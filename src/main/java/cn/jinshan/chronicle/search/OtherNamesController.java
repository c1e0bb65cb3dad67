package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.search.OtherNamesAdministration.Names;
import cn.jinshan.chronicle.site.ListController;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of the other names by which a search finds the same, for administrators. */
@Controller
@RequestMapping(OtherNamesController.OTHER_NAMES)
class OtherNamesController extends ListController<Names, NameGroupForm> {

    static final String OTHER_NAMES = "/admin/other-names";

    OtherNamesController(OtherNamesAdministration administration) {
        super("nameGroup", OTHER_NAMES, "search/name-group", "name", "mistake.nameGroup.twice", administration);
    }

    @Override
    protected NameGroupForm form(@Nullable Names names) {
        return names == null ? new NameGroupForm() : NameGroupForm.of(names);
    }
}
