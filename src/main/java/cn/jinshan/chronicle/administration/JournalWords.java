package cn.jinshan.chronicle.administration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import cn.jinshan.chronicle.journal.JournalLine;
import cn.jinshan.chronicle.journal.JournalRetention;
import cn.jinshan.chronicle.journal.Thing;
import cn.jinshan.chronicle.staff.Member;
import cn.jinshan.chronicle.staff.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts the journal into the words of the reader's language; templates call it {@code @journalWords}. */
@Component
public class JournalWords {

    private static final Pattern REVIEWS = Pattern.compile("reviews (\\d)/(\\d) → (\\d)/(\\d)");

    private static final Pattern MERGED = Pattern.compile("([A-Z]+) merged into ([A-Z]+) (subject \\d+)");

    /** The verbs whose notes are written by a person. */
    private static final Set<String> WRITTEN =
            Set.of("account.renamed", "entry.erased", "personal-information.confirmed");

    private final MessageSource messages;

    JournalWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The verbs that have messages, in order, by area. */
    Map<String, List<String>> verbs() {
        return known("verb").stream().collect(groupingBy(JournalLine::area, TreeMap::new, toList()));
    }

    private static List<String> known(String kind) {
        return ResourceBundle.getBundle("messages/administration", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith(kind + "."))
                .map(key -> key.substring(kind.length() + 1))
                .sorted()
                .toList();
    }

    /** The name of a verb, such as 发布. */
    public String verb(String verb) {
        return say("verb." + verb, verb);
    }

    /** The name of a thing, such as 条目7; empty for none. */
    public String thing(String thing) {
        return thing.equals("-") ? "" : thing(thing, LocaleContextHolder.getLocale());
    }

    private String thing(String thing, Locale language) {
        var numbered = Thing.NUMBERED.matcher(thing);
        return numbered.matches()
                ? say("thing." + numbered.group(1), language, thing, numbered.group(2))
                : say("thing." + thing, language, thing);
    }

    /** The stored form of a thing that somebody typed by its name in either language, or in its stored form. */
    String typed(String thing) {
        var number = thing.replaceAll("\\D", "");
        return known("thing").stream()
                .map(kind -> number.isEmpty() ? kind : kind + " " + number)
                .filter(kept -> Stream.of(kept, thing(kept, Locale.SIMPLIFIED_CHINESE), thing(kept, Locale.ENGLISH))
                        .anyMatch(words -> same(words, thing)))
                .findFirst()
                .orElse(thing);
    }

    private static boolean same(String one, String other) {
        return one.replace(" ", "").equalsIgnoreCase(other.replace(" ", ""));
    }

    /** The name and account name of a person, such as 王芳（wangfang）, to tell namesakes apart. */
    String person(Member member) {
        return say("journal.whom", member.fullName(), member.fullName(), member.name());
    }

    /**
     * A line of the journal in words.
     *
     * @param names the names of persons as {@link #person} gives them, by account
     * @param things the things of the lines, as they are now
     */
    JournalRow row(JournalLine line, Map<Long, String> names, Map<String, JournalThings.Now> things) {
        var numbered = Thing.NUMBERED.matcher(line.thing());
        var kind = numbered.matches() ? numbered.group(1) : "";
        var now = things.get(line.thing());
        var note = line.note() == null ? "" : note(line.verb(), line.note());
        return new JournalRow(
                line.happened(),
                line.accountId() == null ? null : names.get(line.accountId()),
                verb(line.verb()),
                thing(line.thing()),
                kind.equals("account") ? names.get(Long.valueOf(numbered.group(2))) : now == null ? null : now.name(),
                now == null || now.gone() == null ? null : say(now.gone(), ""),
                now == null || now.kept() ? Thing.page(line.thing()) : null,
                note,
                WRITTEN.contains(line.verb()),
                line.address() == null ? "" : line.address());
    }

    /** A note in words: translated if the application wrote it, unchanged if a person did. */
    private String note(String verb, String note) {
        return switch (verb) {
            case "account.invited", "account.role-changed" -> {
                var words = note;
                for (var role : Role.values()) {
                    words = words.replace(role.name(), say("role." + role, role.name()));
                }
                yield words;
            }
            case "chronicle.changed", "section.changed" -> each(note, part -> say("journal.part." + part, part));
            case "subject.name-given" -> thing(note);
            case "entry.drafted" -> say("journal.note.edition", note, note.replaceAll("\\D", ""));
            case JournalRetention.SHORTENED -> say("journal.note.lines", note, note);
            case "report.answered" ->
                each(
                        note,
                        part -> part.equals("contact forgotten")
                                ? say("journal.note.forgotten", part)
                                : say("outcome." + part, part));
            case "report.contacts-expired" -> say("journal.note.reports", note, note);
            case "working-copy.expired" -> say("journal.note.copies", note, note);
            case "account.refused", "account.refused-too-often" -> say("journal.note.times", note, note);
            case "settings.changed" -> each(note, this::setting);
            case "subject.merged" -> merged(note);
            default -> note;
        };
    }

    private String each(String note, UnaryOperator<String> words) {
        return Stream.of(note.split(", ")).map(words).collect(joining(say("list.clause", ", ")));
    }

    /** Lines of before do not tell the kinds. */
    private String merged(String note) {
        var kinds = MERGED.matcher(note);
        return kinds.matches()
                ? say(
                        "journal.note.merged.kinds",
                        note,
                        say("entry.subjects." + kinds.group(1), kinds.group(1)),
                        thing(kinds.group(3)),
                        say("entry.subjects." + kinds.group(2), kinds.group(2)))
                : say("journal.note.merged", note, thing(note.replace("merged into ", "")));
    }

    private String setting(String changed) {
        var reviews = REVIEWS.matcher(changed);
        return reviews.matches()
                ? say(
                        "journal.note.reviews",
                        changed,
                        reviews.group(1),
                        reviews.group(2),
                        reviews.group(3),
                        reviews.group(4))
                : say("settings." + changed, changed);
    }

    private String say(String code, String otherwise, Object... arguments) {
        return say(code, LocaleContextHolder.getLocale(), otherwise, arguments);
    }

    private String say(String code, Locale language, String otherwise, Object... arguments) {
        @Nullable String words = messages.getMessage(code, arguments, null, language);
        return words == null ? otherwise : words;
    }
}
