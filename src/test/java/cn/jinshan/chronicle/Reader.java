package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Somebody who reads the pages over HTTP. */
@TestComponent
public class Reader {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Environment environment;
    private final boolean asksTwice;

    @Autowired
    Reader(Environment environment) {
        this(environment, true);
    }

    private Reader(Environment environment, boolean asksTwice) {
        this.environment = environment;
        this.asksTwice = asksTwice;
    }

    /** Who reads an application in another process, or what others change at the same time. */
    public static Reader at(int port) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("port", Map.of("local.server.port", String.valueOf(port))));
        return new Reader(environment, false);
    }

    /** Where the application listens. */
    public String address(String path) {
        return "http://localhost:" + environment.getProperty("local.server.port") + path;
    }

    /**
     * The answer to a GET, with headers given as name, value, name, value … What may be kept is asked for again, as
     * that answer comes out of memory.
     */
    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = send(request.build());
        if (asksTwice && answer.headers().firstValue("ETag").isPresent()) {
            assertThat(whole(send(request.build()))).isEqualTo(whole(answer));
        }
        return answer;
    }

    private static List<Object> whole(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return List.of(answer.statusCode(), headers, answer.body());
    }

    /** The answer to any request for a path. */
    public HttpResponse<String> send(String method, String path) {
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** The whole answer to a GET that names another host. */
    public String getAs(String host, String path) {
        return answered("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host));
    }

    /** The whole answer to a form of so many bytes before any of them is sent. */
    public String announce(String path, int bytes) {
        return answered("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n".formatted(path, bytes)
                + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n");
    }

    private String answered(String head) {
        try (var socket = new Socket("localhost", Integer.parseInt(environment.getProperty("local.server.port")))) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page that an address has, as HTML. */
    public Document page(String path, String... headers) {
        return page(path, get(path, headers));
    }

    /** An answer as HTML, which has to be the page that was asked for. */
    Document page(String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body(), address(path));
    }

    /** Whatever an address answers with, as HTML: its page, or one that says why there is none. */
    public Document anyPage(String path, String... headers) {
        return Jsoup.parse(get(path, headers).body(), address(path));
    }

    /** The numbers of the entries on a page, in their order. */
    public static Stream<Integer> entries(Document page) {
        return page.select("article[id^=entry-]").stream()
                .map(Element::id)
                .map(id -> Integer.parseInt(id.substring("entry-".length())));
    }
}
