package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.site.VersionedForm;
import cn.jinshan.chronicle.text.Alternatives;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.validation.Errors;

/** Form for a group of names, with the version that was seen. */
class NameGroupForm extends VersionedForm {

    private static final String NO_NAME = "mistake.nameGroup.name";

    @Size(min = 1, max = NameGroup.LONGEST_NAME, message = "{" + NO_NAME + "}")
    public String name = "";

    /** The other names, divided by slashes. */
    public String others = "";

    static NameGroupForm of(OtherNamesAdministration.Names names) {
        var form = new NameGroupForm();
        form.show(names.version());
        form.name = names.name();
        form.others = String.join("/", names.others());
        return form;
    }

    @Override
    public void check(Errors mistakes) {
        if (!mistakes.hasFieldErrors("name")
                && (NameGroup.key(name).isEmpty() || !Alternatives.of(name).equals(List.of(name)))) {
            mistakes.rejectValue("name", NO_NAME);
        }
        var names = otherNames();
        if (names.isEmpty()
                || names.size() > NameGroup.MOST_OTHERS
                || names.stream().anyMatch(other -> other.length() > NameGroup.LONGEST_NAME)) {
            mistakes.rejectValue("others", "mistake.nameGroup.others");
        }
    }

    /** The other names, without those that a search takes for the main one or for nothing. */
    List<String> otherNames() {
        return Alternatives.of(others).stream()
                .filter(other ->
                        !NameGroup.key(other).isEmpty() && !NameGroup.key(other).equals(NameGroup.key(name)))
                .toList();
    }
}
