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
 * Tokenizer of Chinese: each {@link Unit} is a token, and so is each pair of characters, at the place of its first; or,
 * as it is spoken, each reading of a character. Lucene's own pairs ({@code CJKBigramFilter}) do not reach across
 * quotation marks, which readers leave out.
 */
final class UnitTokenizer extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private final boolean spoken;
    private final Deque<Token> tokens = new ArrayDeque<>();
    private int length;

    private record Token(String text, int increment, int start, int end) {}

    UnitTokenizer(boolean spoken) {
        this.spoken = spoken;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        var text = read();
        length = text.length();
        tokens.clear();
        var units = Unit.of(text);
        var readings = spoken ? readings(units) : List.<Set<String>>of();
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            int from = tokens.size();
            for (var each : spoken && !readings.get(i).isEmpty() ? readings.get(i) : Set.of(unit.text())) {
                int step = tokens.size() > from ? 0 : unit.isApart() ? 2 : 1;
                tokens.add(new Token(each, step, unit.start(), unit.end()));
            }
            if (!spoken && i + 1 < units.size() && unit.pairsWith(units.get(i + 1))) {
                var next = units.get(i + 1);
                tokens.add(new Token(unit.text() + next.text(), 0, unit.start(), next.end()));
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
