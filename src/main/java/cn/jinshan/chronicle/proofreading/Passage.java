package cn.jinshan.chronicle.proofreading;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Paragraph to be checked, with the parts that are not our own words (quotations, names). */
final class Passage {

    private static final int AROUND = 6;
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|www\\.)[^\\s\\h，。；：、！？（）“”《》…]++");
    private static final Pattern TITLE = Pattern.compile("《[^《》]++》");
    private static final Pattern SPEECH = Pattern.compile("“[^“”]++”");

    private final String text;
    private final String withoutAddresses;
    private final List<KnownNames.Sighting> names;
    private final NavigableMap<Integer, Integer> named = new TreeMap<>();
    private final NavigableMap<Integer, Integer> titles;
    private final NavigableMap<Integer, Integer> speech;

    Passage(String text, KnownNames known) {
        this.text = text;
        this.withoutAddresses = ADDRESS.matcher(text)
                .replaceAll(address -> " ".repeat(address.group().length()));
        this.names = known.in(withoutAddresses);
        names.forEach(this::protect);
        this.titles = spans(TITLE);
        this.speech = spans(SPEECH);
    }

    /** Protects a name together with the marks around it. */
    private void protect(KnownNames.Sighting name) {
        boolean marked = name.start() > 0
                && name.end() < text.length()
                && "“‘《「".indexOf(text.charAt(name.start() - 1)) >= 0
                && "”’》」".indexOf(text.charAt(name.end())) >= 0;
        named.put(marked ? name.start() - 1 : name.start(), marked ? name.end() + 1 : name.end());
    }

    private NavigableMap<Integer, Integer> spans(Pattern pattern) {
        var spans = new TreeMap<Integer, Integer>();
        pattern.matcher(withoutAddresses).results().forEach(found -> spans.put(found.start(), found.end()));
        return spans;
    }

    /** The words, with spaces in place of link addresses. */
    String words() {
        return withoutAddresses;
    }

    /** The names of the record in it, in any form. */
    List<KnownNames.Sighting> names() {
        return names;
    }

    /** Whether these words are only a part of a name of the record, of that name with its marks, or of a title. */
    boolean isProper(int start, int end) {
        return isWithin(named, start, end) || isWithin(titles, start, end);
    }

    /** Whether these words are only a part of a title. */
    boolean isInTitle(int start, int end) {
        return isWithin(titles, start - 1, end + 1);
    }

    /** Whether these words are part of a quotation. */
    boolean isSaid(int start, int end) {
        return isWithin(speech, start, end);
    }

    private static boolean isWithin(NavigableMap<Integer, Integer> spans, int start, int end) {
        var span = spans.floorEntry(start);
        return span != null && end <= span.getValue() && end - start < span.getValue() - span.getKey();
    }

    /** These words with a few words around them. */
    String context(int start, int end) {
        int from = start;
        int to = end;
        for (int around = 0; around < AROUND && from > 0 && text.charAt(from - 1) != '\n'; around++) {
            from = text.offsetByCodePoints(from, -1);
        }
        for (int around = 0; around < AROUND && to < text.length() && text.charAt(to) != '\n'; around++) {
            to = text.offsetByCodePoints(to, 1);
        }
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
