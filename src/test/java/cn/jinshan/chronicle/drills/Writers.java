package cn.jinshan.chronicle.drills;

import cn.jinshan.chronicle.Desk;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Four members of staff, each at a browser, who save new entries and their own ones over HTTP, one after another. */
final class Writers implements AutoCloseable {

    private static final int COUNT = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Of entries for each; then they go on with those, so that room in the file comes free. */
    private static final int ENTRIES = 60;

    private static final Pattern SAVED = Pattern.compile("/admin/entries/(\\d+)(?:\\?.*)?");

    /**
     * An answer that was neither a page to write on nor an acknowledgement.
     *
     * @param text that had been sent; empty where none was
     */
    record Refusal(HttpResponse<String> answer, String text) {

        /** Whether it is a page from which what was typed can be sent again. */
        boolean keepsTheWords() {
            return Jsoup.parse(answer.body()).text().contains(text);
        }
    }

    private final Saves saves;
    private final List<List<Long>> own = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private final List<String> cuts = new CopyOnWriteArrayList<>();
    private final boolean[] sending = new boolean[COUNT];
    private final List<CompletableFuture<Void>> working = new ArrayList<>();
    private volatile boolean over;

    Writers(Saves saves) {
        this.saves = saves;
        for (int writer = 0; writer < COUNT; writer++) {
            own.add(new ArrayList<>());
            numbers.add(0);
        }
    }

    /** Has an administrator invite them. */
    static void invited(Application application) {
        var administrator = application.desk().signIn(Application.ADMINISTRATOR, Application.PASSWORD);
        for (int writer = 0; writer < COUNT; writer++) {
            var page =
                    administrator.submit("/admin/staff/new", "name", name(writer), "fullName", "王莉", "role", "EDITOR");
            if (elsewhere(page).isPresent()) {
                page = administrator.get(elsewhere(page).orElseThrow());
            }
            var link = Jsoup.parse(page.body()).select("#link").attr("href");
            application.desk().submit(link, "password", Application.PASSWORD, "passwordAgain", Application.PASSWORD);
        }
    }

    private static String name(int writer) {
        return "writer" + writer;
    }

    /** They sign in and write until they are told to stop or nobody answers any more. */
    void begin(Application application) {
        over = false;
        working.clear();
        for (int writer = 0; writer < COUNT; writer++) {
            int each = writer;
            var desk = application.desk().signIn(name(writer), Application.PASSWORD);
            working.add(CompletableFuture.runAsync(() -> write(each, desk), task -> new Thread(task).start()));
        }
    }

    private void write(int writer, Desk desk) {
        while (!over) {
            try {
                save(writer, desk);
            } catch (UncheckedIOException gone) {
                if (gone.getCause() instanceof ConnectException) {
                    return;
                }
                cuts.add((sending[writer] ? "form: " : "page: ") + gone.getCause());
            } catch (PageRefusedException refused) {
                pause(Duration.ofMillis(50));
            }
        }
    }

    /** The page to write on could not be had. */
    private static class PageRefusedException extends RuntimeException {}

    private void save(int writer, Desk desk) {
        var entries = own.get(writer);
        var random = ThreadLocalRandom.current();
        boolean first = entries.isEmpty() || entries.size() < ENTRIES && random.nextInt(4) == 0;
        long entry = first ? 0 : entries.get(random.nextInt(entries.size()));
        sending[writer] = false;
        var page = page(desk, first ? "/admin/entries/new" : "/admin/entries/" + entry, writer);
        int number = numbers.get(writer) + 1;
        numbers.set(writer, number);

        var text = Save.text(number);
        sending[writer] = true;
        var answer = desk.submit(page, "date", "5月18日", "section", "visits", "title", "走访街镇" + writer, "body", text);

        long arrived = System.nanoTime();
        var saved = SAVED.matcher(answer.headers().firstValue("Location").orElse(""));
        if (answer.statusCode() / 100 == 3 && saved.matches()) {
            entry = Long.parseLong(saved.group(1));
            saves.add(new Save(entry, number, arrived, first));
            if (first) {
                entries.add(entry);
            }
        } else {
            refusals.add(new Refusal(answer, text));
        }
    }

    private Document page(Desk desk, String path, int writer) {
        var answer = desk.get(path);
        for (var elsewhere = elsewhere(answer); elsewhere.isPresent(); elsewhere = elsewhere(answer)) {
            if (elsewhere.get().contains("/login")) {
                desk.signIn(name(writer), Application.PASSWORD);
                return page(desk, path, writer);
            }
            answer = desk.get(elsewhere.get());
        }
        if (answer.statusCode() != 200) {
            refusals.add(new Refusal(answer, ""));
            throw new PageRefusedException();
        }
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    private static Optional<String> elsewhere(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> answer.uri().resolve(address))
                .map(address ->
                        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
    }

    /** After a database came back older: nobody goes on with what is not there. */
    void knowOnly(Set<Long> entries) {
        own.forEach(each -> each.retainAll(entries));
    }

    /** In their order; they are forgotten then. */
    List<Refusal> refusals() {
        var now = List.copyOf(refusals);
        refusals.clear();
        return now;
    }

    /**
     * Requests that had been sent and were not answered to the end, of a form (which begins with that word) or for a
     * page; they are forgotten then.
     */
    List<String> cuts() {
        var now = List.copyOf(cuts);
        cuts.clear();
        return now;
    }

    /** Lets them write for a while. */
    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** Lets them write until so many more saves have been acknowledged. */
    void untilSaved(int more) {
        int enough = saves.count() + more;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (saves.count() < enough) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Nobody can save: " + refusals);
            }
            pause(Duration.ofMillis(20));
        }
    }

    /** Returns once each has its last answer. */
    void end() {
        over = true;
        working.forEach(CompletableFuture::join);
    }

    @Override
    public void close() {
        end();
    }
}
