package cn.jinshan.chronicle.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Somebody who asks for all that is public: each address of the sitemap, each choice of the filter, searches and data,
 * with all reading settings and in both languages, no two alike.
 */
final class Crawl {

    private static final List<String> SECTIONS =
            List.of("", "section=achievements&", "section=meetings&", "section=visits&", "section=services&");

    private static final List<String> MONTHS = Stream.concat(
                    Stream.of("", "month=none&"),
                    IntStream.rangeClosed(1, 12).mapToObj(month -> "month=" + month + "&"))
            .toList();

    private static final List<String> VIEWS =
            List.of("", "view=sections&", "order=newest&", "view=sections&order=newest&");

    private static final int SEARCHES = 250;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String host;

    Crawl(int port) {
        this.host = "http://localhost:" + port;
    }

    /** Asks for so many different pages, in an order that is always the same; the answers that were none. */
    List<String> ask(int requests, int callers) throws IOException, InterruptedException {
        var all = new ArrayList<HttpRequest>();
        for (var address : addresses()) {
            for (var settings : settings()) {
                all.add(HttpRequest.newBuilder(URI.create(host + address))
                        .header("Cookie", "reading=" + settings)
                        .header("Accept-Encoding", "gzip")
                        .build());
            }
        }
        Collections.shuffle(all, new Random(7));
        var left = new ConcurrentLinkedQueue<>(all.subList(0, requests));
        var failures = new ConcurrentLinkedQueue<String>();
        var threads = Executors.newFixedThreadPool(callers);
        try {
            Stream.generate(() -> CompletableFuture.runAsync(() -> ask(left, failures), threads))
                    .limit(callers)
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
        return List.copyOf(failures);
    }

    private void ask(ConcurrentLinkedQueue<HttpRequest> left, ConcurrentLinkedQueue<String> failures) {
        for (var request = left.poll(); request != null; request = left.poll()) {
            try {
                int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status != 200) {
                    failures.add(status + " " + request.uri());
                }
            } catch (IOException | InterruptedException e) {
                failures.add(e + " " + request.uri());
            }
        }
    }

    private List<String> addresses() throws IOException, InterruptedException {
        var addresses = new ArrayList<>(found("<loc>" + host + "([^<]*)</loc>", "/sitemap.xml"));
        for (var section : SECTIONS) {
            for (var month : MONTHS) {
                VIEWS.forEach(view -> addresses.add("/2023?" + section + month + view));
                addresses.add("/2023.json?" + section + month);
            }
        }
        found("(\\p{IsHan}{2,4})", "/2023").stream().limit(SEARCHES).forEach(word -> {
            var search = "/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
            addresses.addAll(List.of(search, search + "&month=5", search + "&section=visits"));
        });
        return addresses;
    }

    private List<String> found(String pattern, String path) throws IOException, InterruptedException {
        var page = client.send(
                        HttpRequest.newBuilder(URI.create(host + path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }

    private static List<String> settings() {
        return Stream.of("", "large.")
                .flatMap(each -> Stream.of("", "easy.").map(each::concat))
                .flatMap(each -> Stream.of("", "big.", "biggest.").map(each::concat))
                .flatMap(each -> Stream.of("", "dark.", "high.").map(each::concat))
                .flatMap(each -> Stream.of("zh", "en").map(each::concat))
                .toList();
    }
}
