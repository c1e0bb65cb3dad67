package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.entries.EditorialEdition;
import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subjects;
import cn.jinshan.chronicle.text.PrivateUse;
import cn.jinshan.chronicle.text.Prose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Service that finds hints for the texts of an entry: by the wording rules, the names of the record, the forms of
 * dates, marks that stay marks, private-use characters, and plain-language checks. The wording of the date itself is
 * the source's and is not checked.
 */
@Service
@Transactional(readOnly = true)
public class Hints {

    /** The fields that are checked, in order. */
    public static final List<String> FIELDS = List.of("title", "body", "easyTitle", "easyRead", "correction");

    /** Length up to which a text is checked; a longer text cannot be saved. */
    private static final int LONGEST = 20_000;

    /** Longest name that is looked for; a longer name cannot be saved. */
    private static final int LONGEST_NAME = 200;

    private final WordingRules rules;
    private final Subjects subjects;

    Hints(WordingRules rules, Subjects subjects) {
        this.rules = rules;
        this.subjects = subjects;
    }

    /** The hints on an edition, by field. */
    public List<Hint> of(EditorialEdition edition) {
        var correction = edition.correction();
        return of(
                Map.of(
                        "title",
                        edition.title(),
                        "body",
                        edition.body(),
                        "easyTitle",
                        edition.easyTitle(),
                        "easyRead",
                        edition.easyRead(),
                        "correction",
                        correction == null ? "" : correction),
                edition.subjects().stream().map(PublishedSubject::name).toList());
    }

    /**
     * The hints on text that is being typed, by field.
     *
     * @param texts by the names of {@link #FIELDS}; a missing field has no text
     * @param names the names of the subjects, known to the record or not
     */
    public List<Hint> of(Map<String, String> texts, Collection<String> names) {
        if (texts.values().stream().allMatch(String::isBlank)) {
            return List.of();
        }
        var typedNames =
                names.stream().filter(name -> name.length() <= LONGEST_NAME).toList();
        var check = new WordingCheck(rules.all(), new KnownNames(typedNames, subjects.everyName()));
        var hints = new ArrayList<Hint>();
        for (var field : FIELDS) {
            var text = cut(texts.getOrDefault(field, ""));
            boolean isProse = field.equals("body") || field.equals("easyRead");
            hints.addAll(check.hints(field, isProse ? new Prose(text).paragraphs() : List.of(text)));
            var marks = isProse ? new Prose(text).strayMarks() : Prose.strayMarksIn(text);
            marks.forEach(mark -> hints.add(new MarkHint(field, mark)));
            PrivateUse.in(text).forEach(character -> hints.add(new PrivateUseHint(field, character)));
            if (field.equals("easyRead")) {
                hints.addAll(EasyRead.hints(new Prose(text)));
            } else if (field.equals("easyTitle")) {
                hints.addAll(EasyRead.hintsOnTitle(text));
            }
        }
        return hints;
    }

    /** A text up to where it is checked. */
    static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
