package cn.jinshan.chronicle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.ChronicleApplication;
import cn.jinshan.chronicle.Postgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is told to stop while readers ask on connections that they keep. */
class StoppingTest {

    private static final int READERS = 6;

    /** What a process answers that was told to stop and did. */
    private static final int SIGTERM = 143;

    private static final Pattern PORT = Pattern.compile("Jetty started on port (\\d+)");

    @TempDir
    Path folder;

    @Test
    void whatArrivedBeforeThePortClosedIsAnsweredOnTheFile() throws Exception {
        assertStopsQuietly("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("chronicle"));
    }

    @Test
    void whatArrivedBeforeThePortClosedIsAnsweredOnPostgres() throws Exception {
        assertStopsQuietly(
                "--spring.datasource.url=" + Postgres.freshDatabase(),
                "--spring.datasource.username=" + Postgres.USER,
                "--spring.datasource.password=" + Postgres.PASSWORD);
    }

    private void assertStopsQuietly(String... settings) throws Exception {
        var process = OtherProcess.start(
                ChronicleApplication.class,
                Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--chronicle.data=" + folder,
                                        "--spring.main.banner-mode=off"),
                                Stream.of(settings))
                        .toArray(String[]::new));
        var readers = Executors.newFixedThreadPool(READERS);
        try (var lines = process.inputReader()) {
            var page = URI.create("http://localhost:" + port(lines) + "/2023?month=5");
            var warm = new CountDownLatch(READERS * 20);
            var read = Stream.generate(() -> CompletableFuture.supplyAsync(() -> untilClosed(page, warm), readers))
                    .limit(READERS)
                    .toList();
            assertThat(warm.await(2, TimeUnit.MINUTES)).isTrue();
            // Its handle leaves the rest of what it says to be read
            process.toHandle().destroy();
            var said = lines.lines()
                    .filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                    .toList();

            assertThat(read.stream().map(CompletableFuture::join).flatMap(List::stream))
                    .isEmpty();
            assertThat(said).isEmpty();
            assertThat(process.waitFor()).isEqualTo(SIGTERM);
        } finally {
            process.destroyForcibly().waitFor();
            readers.shutdownNow();
        }
    }

    private static String port(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var found = PORT.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new AssertionError("It did not start");
    }

    /** Reads a page again and again until nobody takes a new connection; answers other than that page, or cut. */
    private static List<String> untilClosed(URI page, CountDownLatch warm) {
        var wrong = new ArrayList<String>();
        var client = HttpClient.newHttpClient();
        while (true) {
            try {
                var answer = client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
                warm.countDown();
                if (answer.statusCode() != 200 || !answer.body().contains("</html>")) {
                    wrong.add(answer.statusCode() + " " + answer.body());
                }
            } catch (ConnectException closed) {
                return wrong;
            } catch (IOException cut) {
                wrong.add(cut.toString());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
