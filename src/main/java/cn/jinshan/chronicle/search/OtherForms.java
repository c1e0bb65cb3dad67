package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.Phrases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The field's other names, by which a word of a question is said otherwise. */
final class OtherForms {

    /** A word is said otherwise in at most so many ways. */
    private static final int MOST = 12;

    private final List<List<String>> groups;
    private final Map<String, List<String>> others = new HashMap<>();
    private final Phrases forms;

    /** @param groups names of the same each */
    OtherForms(List<List<String>> groups) {
        this.groups = groups;
        for (var group : groups) {
            var folded = group.stream().map(OtherForms::folded).distinct().toList();
            for (var form : folded) {
                others.put(
                        form,
                        folded.stream().filter(other -> !other.equals(form)).toList());
            }
        }
        this.forms = new Phrases(others.keySet());
    }

    private static String folded(String text) {
        return FoldedText.searched(text);
    }

    List<List<String>> groups() {
        return groups;
    }

    /** The same word with each name in it exchanged for the others of its group. */
    List<String> of(String word) {
        var folded = folded(word);
        var otherwise = new ArrayList<String>();
        for (int place = 0; place < folded.length(); place++) {
            var form = forms.longestAt(folded, place);
            if (form != null) {
                var before = folded.substring(0, place);
                place += form.length() - 1;
                var after = folded.substring(place + 1);
                others.getOrDefault(form, List.of()).forEach(other -> otherwise.add(before + other + after));
            }
        }
        return otherwise.stream().limit(MOST).toList();
    }
}
