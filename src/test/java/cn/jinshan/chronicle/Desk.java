package cn.jinshan.chronicle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A member of staff at a browser of their own, over HTTP. */
public final class Desk {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final Reader reader;
    private final boolean follows;
    private final String[] headers;
    private String token = "";

    /**
     * @param follows redirects
     * @param headers that every request carries: name, value, name, value …
     */
    Desk(Reader reader, boolean follows, String... headers) {
        this.reader = reader;
        this.follows = follows;
        this.headers = headers;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** A browser at an application in another process; it follows no redirects. */
    public static Desk at(int port) {
        return new Desk(Reader.at(port), false);
    }

    /** Signs in, as anybody does, on the sign-in page; all that it leads to would cost more than that. */
    public Desk signIn(String name, String password) {
        exchange(filled(page("/login"), "action", "username", name, "password", password));
        token = Jsoup.parse(get("/admin/help").body())
                .select("input[name=_csrf]")
                .attr("value");
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(URI.create(reader.address(path))).build());
    }

    /** The page that an address has, as HTML. */
    public Document page(String path) {
        return reader.page(path, get(path));
    }

    /** Opens a page, changes these fields (name, value, name, value …) of the form that is sent to it, and sends it. */
    public HttpResponse<String> submit(String path, String... changes) {
        var page = page(path);
        page.select("main form").stream()
                .filter(form -> !path.replaceFirst("\\?.*", "")
                        .equals(URI.create(form.absUrl("action")).getPath()))
                .forEach(Element::remove);
        return submit(page, changes);
    }

    /** The same for a page that is open already. */
    public HttpResponse<String> submit(Document page, String... changes) {
        return send(page, "action", changes);
    }

    /** Has what is typed on a page kept while somebody types, as its script does. */
    public HttpResponse<String> keep(Document page, String... changes) {
        return send(page, "data-keep", changes);
    }

    private HttpResponse<String> send(Document page, String address, String... changes) {
        return send(filled(page, address, changes));
    }

    private HttpRequest filled(Document page, String address, String... changes) {
        var form = page.selectFirst("main form[method=post]");
        if (form == null) {
            throw new AssertionError("No form on " + page.location() + ": " + page.text());
        }
        var fields = fields(form);
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], new ArrayList<>(List.of(changes[i + 1])));
        }
        return posting(URI.create(form.absUrl(address)), fields);
    }

    /** What a browser would send of a form as it stands, but for its buttons. */
    public static Map<String, List<String>> fields(Element form) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var field : form.select("input[name], textarea[name], select[name]")) {
            if (field.is("[type=radio]:not([checked]), [type=checkbox]:not([checked])")) {
                continue;
            }
            var value = field.is("textarea")
                    ? field.wholeText().replaceFirst("^\\n", "")
                    : field.is("select") ? chosen(field) : field.attr("value");
            fields.computeIfAbsent(field.attr("name"), name -> new ArrayList<>())
                    .add(value);
        }
        return fields;
    }

    private static String chosen(Element select) {
        var options = select.select("option");
        return options.stream()
                .filter(option -> option.hasAttr("selected"))
                .findFirst()
                .orElse(options.first())
                .attr("value");
    }

    /** Sends fields with the token of this session, of somebody signed in or not. */
    public HttpResponse<String> post(String path, String... fields) {
        if (token.isEmpty()) {
            token = page("/login").select("input[name=_csrf]").attr("value");
        }
        return send(path, token, fields);
    }

    /** Sends fields without a token. */
    public HttpResponse<String> postBare(String path, String... fields) {
        return send(path, "", fields);
    }

    private HttpResponse<String> send(String path, String token, String... fields) {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("_csrf", List.of(token));
        for (int i = 0; i < fields.length; i += 2) {
            all.computeIfAbsent(fields[i], name -> new ArrayList<>()).add(fields[i + 1]);
        }
        return post(URI.create(reader.address(path)), all);
    }

    /** Sends just these fields, with headers given as name, value … */
    public HttpResponse<String> post(URI address, Map<String, List<String>> fields, String... headers) {
        return send(posting(address, fields, headers));
    }

    private HttpRequest posting(URI address, Map<String, List<String>> fields, String... headers) {
        var body = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                                + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        var request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private HttpRequest.Builder request(URI address) {
        var request = HttpRequest.newBuilder(address);
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Throws away the cookies, as when the session has ended on the server. */
    public Desk forgetSession() {
        cookies.getCookieStore().removeAll();
        return this;
    }

    public CookieManager cookies() {
        return cookies;
    }

    private HttpResponse<String> send(HttpRequest request) {
        var answer = exchange(request);
        var elsewhere = answer.headers().firstValue("Location");
        return follows && elsewhere.isPresent()
                ? send(request(answer.uri().resolve(elsewhere.get())).build())
                : answer;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
