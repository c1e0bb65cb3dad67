package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.Reader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;

/** Reader who searches over HTTP. */
public final class SearchingReader {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Reader reader;

    /** Who asks the application on a port of this machine. */
    public SearchingReader(int port) {
        this.reader = Reader.at(port);
    }

    /** The answer to words; any but a page is none. */
    public FoundPage ask(String words) {
        var answer = answer(words);
        if (answer.statusCode() != 200) {
            throw new NotAnsweredException(answer);
        }
        return page(answer);
    }

    /** The search did not answer with a page of what it found. */
    public static class NotAnsweredException extends RuntimeException {

        NotAnsweredException(HttpResponse<String> answer) {
            super("The search answers " + answer.statusCode() + ": "
                    + Jsoup.parse(answer.body()).select("main").text());
        }
    }

    /** Waits while the search is prepared; what it said about it meanwhile, each once. */
    public Set<String> untilReady(Duration patience) {
        var said = new LinkedHashSet<String>();
        long end = System.nanoTime() + patience.toNanos();
        for (var answer = answer("走访"); answer.statusCode() != 200; answer = answer("走访")) {
            if (answer.statusCode() != 503 || System.nanoTime() > end) {
                throw new NotAnsweredException(answer);
            }
            said.add(Jsoup.parse(answer.body()).select("main").text());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return said;
    }

    /** The answer to words, whatever it is. */
    public HttpResponse<String> answer(String words) {
        return reader.get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    /** All words of a page that anybody can read; empty if nobody can. */
    String text(String address) {
        var answer = reader.get(address);
        return answer.statusCode() == 200
                ? Jsoup.parse(answer.body()).select("main").text()
                : "";
    }

    private static FoundPage page(HttpResponse<String> answer) {
        return new FoundPage(Jsoup.parse(answer.body(), answer.uri().toString()));
    }
}
