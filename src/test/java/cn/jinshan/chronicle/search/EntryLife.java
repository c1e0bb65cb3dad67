package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.Desk;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * Life of an entry over HTTP: published, corrected, the event that it is about renamed, withdrawn and published again
 * as it was at first. All of its words are its own, but for one of whoever publishes it.
 */
final class EntryLife {

    private static final Pattern SAVED = Pattern.compile("/admin/entries/(\\d+)(?:\\?.*)?");

    /** What changes together, and by which words the entry is found then and not before, or before and not then. */
    interface Change {

        void make(String what, Runnable press, List<UniqueWord> come, List<UniqueWord> go);
    }

    private final String year;
    private final String common;
    private final UniqueWord title;
    private final UniqueWord text;
    private final UniqueWord correctedText;
    private final UniqueWord event;
    private final UniqueWord renamedEvent;

    final int month = ThreadLocalRandom.current().nextInt(1, 13);

    /**
     * @param common word of all entries of the same publisher
     * @param place the number of the instance on which it is written
     */
    EntryLife(int year, String common, int place) {
        this.year = String.valueOf(year);
        this.common = common;
        var words = UniqueWord.apart(5, place);
        this.title = words.get(0);
        this.text = words.get(1);
        this.correctedText = words.get(2);
        this.event = words.get(3);
        this.renamedEvent = words.get(4);
    }

    List<UniqueWord> words() {
        return List.of(title, text, correctedText, event, renamedEvent);
    }

    /** Whether the public sees it, as far as that is clear. */
    boolean isPublic() {
        return title.isFound();
    }

    /** The words that are names or stand in a title, to be suggested while it is public. */
    List<UniqueWord> named() {
        return List.of(title, renamedEvent);
    }

    /** The word that it has in its title for as long as it is public. */
    UniqueWord title() {
        return title;
    }

    /** The words that its own page has while it is public, and those that it had or will have. */
    List<UniqueWord> written() {
        return List.of(title, text, correctedText);
    }

    /** The address of the month in which it stands. */
    String timeline() {
        return "/" + year + "?month=" + month;
    }

    void live(Desk desk, boolean again, Change change) {
        long entry = save(desk, page(desk, "/admin/entries/new?year=" + year), text, "");
        words().forEach(word -> word.standsIn(entry));
        var address = "/admin/entries/" + entry;
        change.make("the draft", () -> {}, List.of(), List.of());
        change.make("the publication", press(desk, address + "/publication"), List.of(title, text, event), List.of());
        save(desk, page(desk, address), correctedText, "更正了正文");
        change.make("the draft of the correction", () -> {}, List.of(), List.of());
        change.make("the correction", press(desk, address + "/publication"), List.of(correctedText), List.of(text));
        change.make("the renaming", () -> rename(desk), List.of(renamedEvent), List.of());
        change.make(
                "the withdrawal",
                press(desk, address + "/withdrawal", "reason", "写错了"),
                List.of(),
                List.of(title, correctedText, event, renamedEvent));
        if (again) {
            press(desk, address + "/draft-from/1").run();
            change.make(
                    "the second publication",
                    press(desk, address + "/publication"),
                    List.of(title, text, event, renamedEvent),
                    List.of());
        }
    }

    private long save(Desk desk, HttpResponse<String> form, UniqueWord body, String correction) {
        var saved = desk.submit(
                Jsoup.parse(form.body(), form.uri().toString()),
                Stream.of(
                                List.of("date", month + "月", "section", "visits"),
                                List.of("title", "走访" + title.text),
                                List.of("body", "说到" + body.text + "。也说到" + common + "。"),
                                List.of("subjects[0].kind", "EVENT", "subjects[0].name", event.text),
                                correction.isEmpty() ? List.<String>of() : List.of("correction", correction))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
        var address = SAVED.matcher(elsewhere(saved).orElse(""));
        if (!address.matches()) {
            throw refused(saved);
        }
        return Long.parseLong(address.group(1));
    }

    private void rename(Desk desk) {
        var address = desk.page("/admin/subjects?q=" + event.text)
                .select("tbody a[href^=/admin/subjects/]")
                .attr("href");
        press(desk, address, "name", renamedEvent.text).run();
    }

    private static Runnable press(Desk desk, String address, String... fields) {
        return () -> {
            var answer = desk.submit(address, fields);
            if (elsewhere(answer).isEmpty()) {
                throw refused(answer);
            }
        };
    }

    private static HttpResponse<String> page(Desk desk, String address) {
        var answer = desk.get(address);
        var elsewhere = elsewhere(answer);
        return elsewhere.isPresent() ? page(desk, elsewhere.get()) : answer;
    }

    private static Optional<String> elsewhere(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> answer.uri().resolve(address))
                .map(address ->
                        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
    }

    private static IllegalStateException refused(HttpResponse<String> answer) {
        return new IllegalStateException(answer.statusCode() + " to "
                + answer.request().uri() + ": "
                + Jsoup.parse(answer.body()).select("main").text());
    }

    /**
     * Makes clear what became of a change that nobody has an answer to.
     *
     * @param read what anybody can read of its entry; empty if nobody can
     */
    void settle(String read, int place) {
        boolean isPublic = read.contains(title.text);
        words().stream()
                .filter(word -> word.standing() == null)
                .forEach(word -> word.isFound(
                        isPublic && (read.contains(word.text) || word == event && read.contains(renamedEvent.text)),
                        place));
    }
}
