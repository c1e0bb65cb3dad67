package cn.jinshan.chronicle.text;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stored texts of one kind, for whoever looks through all that is stored. */
public interface StoredTexts {

    /**
     * What is stored in one thing.
     *
     * @param thing as the activity log names it: {@code entry 7}
     */
    record StoredText(String thing, String text) {

        /** Several texts of a thing, each on a line; null for none. */
        public static StoredText of(String thing, @Nullable String... texts) {
            return new StoredText(
                    thing, Stream.of(texts).filter(Objects::nonNull).collect(joining("\n")));
        }

        /**
         * Characters that the standard form of the text does not have, and those for private use, each once: as
         * {@code U+200B}, with the character where it can be seen.
         */
        public List<String> unusual() {
            var standard = PlainText.of(text).codePoints().boxed().collect(toSet());
            var privateUse = PrivateUse.in(text);
            return text.codePoints()
                    .filter(each -> !standard.contains(each) || privateUse.contains(each))
                    .distinct()
                    .mapToObj(each -> String.format(
                            Locale.ROOT, "U+%04X%s", each, Unseen.is(each) ? "" : " " + Character.toString(each)))
                    .toList();
        }

        /** Whether the text is not in its standard form, or has characters for private use. */
        public boolean isUnusual() {
            return !PlainText.isStandard(text) || !PrivateUse.in(text).isEmpty();
        }
    }

    /** Hands over each of them, in a transaction of its own. */
    void each(Consumer<StoredText> action);
}
