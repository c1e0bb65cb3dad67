package cn.jinshan.chronicle.proofreading;

import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.Subjects;
import cn.jinshan.chronicle.text.Prose;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service that finds the subjects of the record whose present or former names stand in a text that is being typed. */
@Service
@Transactional(readOnly = true)
public class MentionedSubjects {

    private final Subjects subjects;

    MentionedSubjects(Subjects subjects) {
        this.subjects = subjects;
    }

    /**
     * Subject that a text mentions.
     *
     * @param name its present name
     * @param reading how that is read, by what staff say or else by its characters
     */
    public record Mentioned(Subject.Kind kind, String name, String reading) {}

    /**
     * The subjects that texts mention, each once, in the order in which they are first met. Where one name contains
     * another, it is the longer; where subjects of several kinds have the same name, it is each of them.
     */
    public List<Mentioned> in(List<String> texts) {
        if (texts.stream().allMatch(String::isBlank)) {
            return List.of();
        }
        var names = new KnownNames(List.of(), subjects.everyName());
        return texts.stream()
                .flatMap(text -> new Prose(Hints.cut(text)).paragraphs().stream())
                .flatMap(paragraph -> new Passage(paragraph, names).names().stream())
                .flatMap(sighting -> sighting.subjects().stream())
                .map(called -> new Mentioned(called.kind(), called.name(), called.read()))
                .distinct()
                .toList();
    }
}
