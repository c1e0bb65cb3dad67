package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.Desk;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Administrators, each at a browser, who publish entries one after the other and search for the words of each at once;
 * readers beside them search for the words of all, and read. What the search and the pages say must be true from the
 * answer to a change on, and on another instance a second later.
 */
public final class Publishers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Readers mostly ask for what is new. */
    private static final int NEWEST = 40;

    private final int year;
    private final String name;
    private final String password;
    private final List<List<EntryLife>> lives = new ArrayList<>();

    /** A word of each publisher. */
    private final List<String> common = new ArrayList<>();

    private final List<UniqueWord> words = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Void>> working = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private final SearchWitness witness = new SearchWitness();
    private volatile boolean over;

    /**
     * @param year of the entries, which has a section {@code visits} and is open to the public
     * @param count of those who publish
     * @param name of an administrator
     */
    public Publishers(int year, int count, String name, String password) {
        this.year = year;
        this.name = name;
        this.password = password;
        for (int publisher = 0; publisher < count; publisher++) {
            lives.add(new CopyOnWriteArrayList<>());
            common.add(UniqueWord.common());
        }
    }

    /** They and the readers begin to work, at the instances on these ports. */
    public void begin(int readers, Integer... ports) {
        over = false;
        working.clear();
        witness.goTo(List.of(ports));
        for (int publisher = 0; publisher < lives.size(); publisher++) {
            int place = publisher % ports.length;
            var desk = Desk.at(ports[place]).signIn(name, password);
            var work = new Publisher(publisher, place, ports.length, desk);
            start(work::publish);
        }
        for (int reader = 0; reader < readers; reader++) {
            int place = reader % ports.length;
            start(() -> read(place));
        }
    }

    private void start(Runnable work) {
        working.add(CompletableFuture.runAsync(
                () -> {
                    while (!over) {
                        try {
                            work.run();
                        } catch (UncheckedIOException gone) {
                            return;
                        } catch (RuntimeException | AssertionError e) {
                            witness.note(e.toString());
                        }
                    }
                },
                task -> new Thread(task).start()));
    }

    private void read(int place) {
        LockSupport.parkNanos(PAUSE.toNanos());
        var random = ThreadLocalRandom.current();
        int known = words.size();
        if (known == 0) {
            return;
        }
        int first = random.nextInt(4) == 0 ? 0 : Math.max(0, known - NEWEST);
        witness.look(words.get(random.nextInt(first, known)), place, "some change");
        var all = lives.get(random.nextInt(lives.size()));
        if (!all.isEmpty()) {
            witness.read(all.get(all.size() - 1), place, "some change");
        }
    }

    /** Lets them work until so many more changes have been acknowledged and looked for. */
    public void untilChanged(int more) {
        int enough = changes.get() + more;
        int last = changes.get();
        for (long end = System.nanoTime() + PATIENCE.toNanos(); last < enough; ) {
            LockSupport.parkNanos(PAUSE.toNanos());
            if (changes.get() > last) {
                last = changes.get();
                end = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > end) {
                throw new IllegalStateException("Nobody can publish: " + wrong());
            }
        }
    }

    /** Returns once each has its last answer. */
    public void end() {
        over = true;
        working.forEach(CompletableFuture::join);
    }

    /** Asks each instance for all words that ever were, and for those of each publisher. */
    public void lookForAll(Integer... ports) {
        witness.goTo(List.of(ports));
        for (var life : lives.stream().flatMap(List::stream).toList()) {
            if (life.title().entry() > 0 && life.words().stream().anyMatch(word -> word.standing() == null)) {
                life.settle(witness.at(0).text("/entries/" + life.title().entry()), 0);
            }
        }
        for (int place = 0; place < ports.length; place++) {
            for (var word : words) {
                witness.look(word, place, "all changes");
            }
            for (int publisher = 0; publisher < lives.size(); publisher++) {
                witness.count(common.get(publisher), lives.get(publisher), place, "all changes");
            }
        }
    }

    /** One of them, at one of the instances. */
    private final class Publisher {

        private final int number;
        private final int place;
        private final int places;
        private final Desk desk;

        Publisher(int number, int place, int places, Desk desk) {
            this.number = number;
            this.place = place;
            this.places = places;
            this.desk = desk;
        }

        void publish() {
            var own = lives.get(number);
            var life = new EntryLife(year, common.get(number), place);
            own.add(life);
            words.addAll(life.words());
            life.live(desk, own.size() % 2 == 0, (what, press, come, go) -> {
                change(press, come, go);
                check(life, what);
                if (!come.isEmpty() || !go.isEmpty()) {
                    changes.incrementAndGet();
                }
            });
        }

        private void change(Runnable press, List<UniqueWord> come, List<UniqueWord> go) {
            var changing = Stream.of(come, go).flatMap(List::stream).toList();
            changing.forEach(UniqueWord::changes);
            press.run();
            come.forEach(word -> word.isFound(true, place));
            go.forEach(word -> word.isFound(false, place));
        }

        private void check(EntryLife life, String after) {
            life.words().forEach(word -> witness.look(word, place, after));
            witness.count(common.get(number), lives.get(number), place, after);
            life.named().forEach(word -> witness.nearby(word, place, after));
            witness.read(life, place, after);
            for (int other = 0; other < places; other++) {
                if (other != place) {
                    for (var word : life.words()) {
                        witness.await(word, other, after);
                    }
                    witness.count(common.get(number), lives.get(number), other, after);
                }
            }
        }
    }

    /** The database is as it was before all of this. */
    public void takenBack() {
        words.forEach(word -> word.isFound(false, 0));
    }

    /** What the search said that was not so. */
    public List<String> wrong() {
        return witness.wrong();
    }

    /** How many changes were acknowledged. */
    public int changes() {
        return changes.get();
    }

    public int searches() {
        return witness.searches();
    }

    /** How often a page was read, of an entry or of a month. */
    public int readings() {
        return witness.readings();
    }

    /** How often a word with a wrong character led to its entry while that was public. */
    public int near() {
        return witness.near();
    }

    /** How late other instances knew, the latest last. */
    public List<Duration> lags() {
        return witness.lags();
    }

    @Override
    public void close() {
        end();
    }
}
