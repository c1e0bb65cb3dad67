package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.text.CharacterReadings;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Tokenizer of Chinese: each {@link Unit} is a token; so is each pair of characters, at the place of its first, and
 * each reading of a character, behind {@link #SPOKEN}. Lucene's own pairs ({@code CJKBigramFilter}) do not reach across
 * quotation marks, which readers leave out.
 */
final class UnitTokenizer extends Tokenizer {

    /** Stands before a syllable of pinyin, and before nothing that is written. */
    static final String SPOKEN = " ";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private final Deque<Token> tokens = new ArrayDeque<>();
    private int length;

    private record Token(String text, int increment, int start, int end) {}

    @Override
    public void reset() throws IOException {
        super.reset();
        var text = read();
        length = text.length();
        tokens.clear();
        var units = Unit.of(text);
        var readings = readings(units);
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            tokens.add(new Token(unit.text(), unit.isApart() ? 2 : 1, unit.start(), unit.end()));
            if (i + 1 < units.size() && unit.pairsWith(units.get(i + 1))) {
                var next = units.get(i + 1);
                tokens.add(new Token(unit.text() + next.text(), 0, unit.start(), next.end()));
            }
            for (var reading : readings.get(i)) {
                tokens.add(new Token(SPOKEN + reading, 0, unit.start(), unit.end()));
            }
        }
    }

    private String read() throws IOException {
        var text = new StringBuilder();
        var buffer = new char[4096];
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            text.append(buffer, 0, read);
        }
        return text.toString();
    }

    /** How each unit is read in its words; none for what is no Chinese character. */
    private static List<Set<String>> readings(List<Unit> units) {
        return CharacterReadings.of(units.stream()
                .map(unit -> unit.isCharacter() ? unit.text() : ".")
                .collect(Collectors.joining()));
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        var token = tokens.poll();
        if (token == null) {
            return false;
        }
        term.setEmpty().append(token.text);
        increment.setPositionIncrement(token.increment);
        offsets.setOffset(correctOffset(token.start), correctOffset(token.end));
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offsets.setOffset(correctOffset(length), correctOffset(length));
    }
}
