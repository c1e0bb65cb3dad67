package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.search.UniqueWord.Standing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes of what the search of one or several instances says that is not so, and of how late it says what is so. */
final class SearchWitness {

    /** How much older another instance may be than the one that acknowledged a change. */
    private static final Duration ELSEWHERE = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final List<Duration> lags = new CopyOnWriteArrayList<>();
    private final AtomicInteger searches = new AtomicInteger();
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicInteger near = new AtomicInteger();
    private volatile List<SearchingReader> places = List.of();

    void goTo(List<Integer> ports) {
        places = ports.stream().map(SearchingReader::new).toList();
    }

    SearchingReader at(int place) {
        return places.get(place);
    }

    /** Asks for a word, and notes what is wrong if it was clear all the while. */
    void look(UniqueWord word, int place, String after) {
        var standing = word.standing();
        long sent = System.nanoTime();
        var page = ask(place, word.text);
        if (standing == null || standing != word.standing() || sent - standing.since() < allowed(standing, place)) {
            return;
        }
        if (!says(page, word, standing.found())) {
            wrong.add("%s is %sfound after %s, %d ms later, on instance %d: %d counted, %s listed"
                    .formatted(
                            word,
                            standing.found() ? "not " : "",
                            after,
                            millis(sent - standing.since()),
                            place,
                            page.count(),
                            page.entries()));
        }
    }

    /** Reads the page of an entry and that of its month, and notes where a word is missing or still stands. */
    void read(EntryLife life, int place, String after) {
        read(life.title(), life.timeline(), place, after);
        life.written().forEach(word -> read(word, "/entries/" + word.entry(), place, after));
    }

    private void read(UniqueWord word, String address, int place, String after) {
        var standing = word.standing();
        long sent = System.nanoTime();
        boolean isRead = places.get(place).text(address).contains(word.text);
        readings.incrementAndGet();
        if (standing != null
                && standing == word.standing()
                && sent - standing.since() >= allowed(standing, place)
                && isRead != standing.found()) {
            wrong.add("%s is %sread at %s after %s, %d ms later, on instance %d"
                    .formatted(word, isRead ? "" : "not ", address, after, millis(sent - standing.since()), place));
        }
    }

    private static long allowed(Standing standing, int place) {
        return standing.place() == place ? 0 : ELSEWHERE.toNanos();
    }

    /** What is not found is not counted either, and near at most to words of others. */
    private static boolean says(FoundPage page, UniqueWord word, boolean found) {
        boolean listed = page.entries().contains((int) word.entry());
        return found ? listed && !page.isNear() && page.count() == 1 : !listed && (page.isNear() || page.count() == 0);
    }

    private FoundPage ask(int place, String text) {
        searches.incrementAndGet();
        return places.get(place).ask(text);
    }

    /** Asks for a word that all these entries have while they are public: how many there are in each month. */
    void count(String word, List<EntryLife> lives, int place, String after) {
        var published = lives.stream().filter(EntryLife::isPublic).toList();
        var page = ask(place, word);
        if (page.isNear() ? !published.isEmpty() : page.count() != published.size()) {
            wrong.add("%d are counted and %d are public after %s, on instance %d"
                    .formatted(page.count(), published.size(), after, place));
        }
        page.months().forEach((month, count) -> {
            long right = published.stream().filter(life -> life.month == month).count();
            if (count != right && !page.isNear()) {
                wrong.add("%d are counted in month %d and %d are public after %s, on instance %d"
                        .formatted(count, month, right, after, place));
            }
        });
    }

    /** Asks for a word with a wrong character, which leads to its entry only while that is public. */
    void nearby(UniqueWord word, int place, String after) {
        var page = ask(place, word.misspelt());
        boolean leads = page.entries().contains((int) word.entry())
                || page.suggestions().stream().anyMatch(suggestion -> suggestion.contains(word.text));
        if (leads && !word.isFound()) {
            wrong.add(word + " is near after " + after);
        } else if (leads) {
            near.incrementAndGet();
        }
    }

    /** Asks another instance until it knows; how late that was is what it was last asked without knowing. */
    void await(UniqueWord word, int other, String after) {
        var standing = word.standing();
        long end = System.nanoTime() + PATIENCE.toNanos();
        long lag = 0;
        for (long sent = System.nanoTime(); !says(ask(other, word.text), word, standing.found()); ) {
            lag = sent - standing.since();
            if (sent > end) {
                wrong.add(word + " is never known on instance " + other + " after " + after);
                return;
            }
            sent = System.nanoTime();
        }
        lags.add(Duration.ofNanos(lag));
        if (lag > ELSEWHERE.toNanos()) {
            wrong.add("%s is known on instance %d more than %d ms after %s".formatted(word, other, millis(lag), after));
        }
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }

    void note(String mistake) {
        wrong.add(mistake);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    int searches() {
        return searches.get();
    }

    int readings() {
        return readings.get();
    }

    /** How often a word with a wrong character led to its entry while that was public. */
    int near() {
        return near.get();
    }

    /** How old the last answer of another instance was that did not know a word as it was; 0 if there was none. */
    List<Duration> lags() {
        return lags.stream().sorted().toList();
    }
}
