package cn.jinshan.chronicle.glossary;

import cn.jinshan.chronicle.text.Phrases;
import cn.jinshan.chronicle.text.WordLinks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Explained words of one page, each linked where it first stands. It reads one page, from top to end. */
public final class Glossary implements WordLinks {

    private final Map<String, Long> meanings = new HashMap<>();
    private final Phrases forms;
    private final Set<Long> explained = new HashSet<>();

    /** @param linked words that the page links elsewhere, so that they do not link to their explanation */
    public Glossary(Collection<PublishedTerm> terms, Collection<String> linked) {
        for (var term : terms) {
            var all =
                    Stream.concat(Stream.of(term.name()), term.forms().stream()).toList();
            all.forEach(form -> meanings.put(form, term.id()));
            if (all.stream().anyMatch(linked::contains)) {
                explained.add(term.id());
            }
        }
        forms = new Phrases(meanings.keySet());
    }

    /** The parts of the next text on the page; where one word contains another, the longest is linked. */
    @Override
    public List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        int from = 0;
        int place = 0;
        while (place < text.length()) {
            var form = forms.longestAt(text, place);
            if (form == null || Phrases.isCutOut(text, place, form.length())) {
                place++;
                continue;
            }
            var term = meanings.get(form);
            if (term != null && explained.add(term)) {
                if (place > from) {
                    parts.add(new Part(text.substring(from, place), null));
                }
                parts.add(new Part(form, term));
                from = place + form.length();
            }
            place += form.length();
        }
        if (from < text.length()) {
            parts.add(new Part(text.substring(from), null));
        }
        return parts;
    }
}
