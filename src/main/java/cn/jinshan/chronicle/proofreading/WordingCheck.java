package cn.jinshan.chronicle.proofreading;

import static java.util.stream.Collectors.toMap;

import cn.jinshan.chronicle.proofreading.WordingHint.Kind;
import cn.jinshan.chronicle.text.FoldedText;
import cn.jinshan.chronicle.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Check of the texts of one edition, one after the other. */
final class WordingCheck {

    private record Finding(Passage passage, int start, int end, Kind kind, List<String> better) {

        WordingHint hint(String field) {
            return new WordingHint(field, kind, found(), better, passage.context(start, end));
        }

        String found() {
            return passage.words().substring(start, end);
        }
    }

    private record Advice(Kind kind, List<String> offers) {}

    private record Said(Kind kind, String found) {}

    private static final Pattern QUOTED = Pattern.compile("“[^“”\\n]{2,60}+”|「[^「」\\n]{2,60}+」|《[^《》\\n]{2,60}+》");

    private final Map<String, Advice> rules;
    private final Phrases phrases;
    private final KnownNames names;
    private final Map<String, String> quoted = new HashMap<>();

    WordingCheck(List<WordingRule> rules, KnownNames names) {
        this.rules = rules.stream().collect(toMap(WordingRule::found, rule -> new Advice(rule.kind(), rule.offers())));
        this.phrases = new Phrases(this.rules.keySet());
        this.names = names;
    }

    /** The hints on a text, in its order, each once. */
    List<WordingHint> hints(String field, List<String> paragraphs) {
        var said = new HashSet<Said>();
        return paragraphs.stream()
                .map(paragraph -> new Passage(paragraph, names))
                .flatMap(passage -> findings(passage).stream())
                .filter(finding -> said.add(new Said(finding.kind(), finding.found())))
                .map(finding -> finding.hint(field))
                .toList();
    }

    private List<Finding> findings(Passage passage) {
        var findings = new ArrayList<Finding>();
        addRules(passage, findings);
        addDates(passage, findings);
        addNames(passage, findings);
        addQuoted(passage, findings);
        findings.sort(Comparator.comparingInt(Finding::start));
        return findings;
    }

    private void addRules(Passage passage, List<Finding> findings) {
        var words = passage.words();
        int place = 0;
        while (place < words.length()) {
            var found = phrases.longestAt(words, place);
            var rule = found == null ? null : rules.get(found);
            if (found == null || rule == null) {
                place++;
                continue;
            }
            int end = place + found.length();
            boolean said = rule.kind() == Kind.FIRST_PERSON && passage.isSaid(place, end);
            if (!said && !passage.isProper(place, end) && !isOffered(found, rule.offers(), words, place)) {
                findings.add(new Finding(passage, place, end, rule.kind(), rule.offers()));
            }
            place = end;
        }
    }

    /** Whether the words already stand in the text as the rule offers them. */
    private static boolean isOffered(String found, List<String> offers, String words, int place) {
        for (var offer : offers) {
            int within = offer.indexOf(found);
            while (within >= 0) {
                if (words.startsWith(offer, place - within)) {
                    return true;
                }
                within = offer.indexOf(found, within + 1);
            }
        }
        return false;
    }

    private static void addDates(Passage passage, List<Finding> findings) {
        for (var date : DateForms.in(passage.words())) {
            if (!passage.isProper(date.start(), date.end())) {
                findings.add(new Finding(passage, date.start(), date.end(), Kind.DATE, date.standard()));
            }
        }
    }

    private static void addNames(Passage passage, List<Finding> findings) {
        for (var name : passage.names()) {
            boolean isInTitle = name.isFormer() && passage.isInTitle(name.start(), name.end());
            if (!name.better().isEmpty() && !isInTitle) {
                var kind = name.isFormer() ? Kind.NAME : Kind.TWO_FORMS;
                findings.add(new Finding(passage, name.start(), name.end(), kind, name.better()));
            }
        }
    }

    /** Compares quoted words with earlier quoted words in another form, except the names of the record. */
    private void addQuoted(Passage passage, List<Finding> findings) {
        QUOTED.matcher(passage.words()).results().forEach(marked -> {
            var folded = FoldedText.of(marked.group()).text();
            var before = folded.isEmpty() ? null : quoted.putIfAbsent(folded, marked.group());
            if (before != null && !before.equals(marked.group()) && !names.know(marked.group())) {
                findings.add(new Finding(passage, marked.start(), marked.end(), Kind.TWO_FORMS, List.of(before)));
            }
        });
    }
}
