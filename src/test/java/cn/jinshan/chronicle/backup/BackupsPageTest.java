package cn.jinshan.chronicle.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.backup.BackupRuns.Failure;
import cn.jinshan.chronicle.backup.BackupRuns.Run;
import cn.jinshan.chronicle.backup.Backups.Warning;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of backups, and what the desk says of them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:backups-page")
@Import({Reader.class, Staff.class, Desks.class})
class BackupsPageTest {

    private static final String PAGE = "/admin/backups";

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) {
        properties.add("chronicle.data", () -> data);
    }

    @Autowired
    Desks desks;

    @Autowired
    Reader reader;

    @Autowired
    BackupMaker maker;

    @Autowired
    BackupRuns runs;

    @Autowired
    DataSource pool;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    Desk administrator;

    @BeforeEach
    void signIn() {
        administrator = desks.administrator();
    }

    @AfterEach
    void forgetAllBackups() throws IOException {
        change("delete from backup");
        try (var files = Files.newDirectoryStream(folder())) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aBackupIsMadeAtThePressOfAButtonAndThenListed() {
        assertThat(administrator.page("/admin/settings").select("header nav a").eachText())
                .contains("备份");

        var begun = Jsoup.parse(administrator.submit(PAGE).body());

        assertThat(begun.select(".notice[role=status]").text()).isEqualTo("开始备份了。做好以后，列在下面。");
        var page = onceMade();
        var file = onlyFile();
        assertThat(page.select("tbody td a").text())
                .isEqualTo(file.getFileName().toString());
        assertThat(page.select("tbody th a").attr("href")).isEqualTo(PAGE + "/" + file.getFileName());
        assertThat(page.select("main dl").text()).contains(folder().toString(), "chronicle.backup.copy", "还没有试过");
        assertThat(page.select("main dl").text())
                .contains("最近的备份 " + page.select("tbody th a").text());
        assertThat(administrator
                        .page("/admin/journal?verb=backup.begun")
                        .select("tbody td")
                        .eachText())
                .contains("立即备份", "数据库");
    }

    @Test
    void aCheckedBackupSaysWhatIsInItWhatWouldBeLostAndHowItIsRestored() {
        var file = made();
        var made = runs.newest().orElseThrow().made();
        var page = check(file);

        assertThat(page.select("main").text())
                .contains(
                        "这份备份是完整的",
                        "1年的大事记，%d条，%d个版本，%d个账户".formatted(count("entry"), count("edition"), count("account")),
                        "之后没有改动，什么都不会丢失。")
                .doesNotContain("彻底删除");
        assertThat(page.select("pre").text())
                .isEqualTo("java -jar jinshan-chronicle.jar --restore=" + file.toAbsolutePath());

        desks.editor().submit("/admin/entries/3", "body", "备份以后改的。", "correction", "更正了个别文字");
        change("update entry set erased = ? where id = 5", Timestamp.from(made.plusSeconds(60)));
        try {
            long later = database.queryForObject(
                    "select count(*) from journal where happened > ?", Long.class, Timestamp.from(made));
            assertThat(later).isGreaterThan(1);
            assertThat(check(file).select("main").text())
                    .contains("之后的%d处改动会丢失（现有内容会先另存一份）。".formatted(later), "之后彻底删除的条目5，恢复以后仍然是删除的。");
            assertThat(administrator
                            .page(PAGE + "/" + file.getFileName() + "?lang=en")
                            .select("main")
                            .text())
                    .contains(
                            "%d later changes will be lost".formatted(later),
                            "stays erased after a restore: entries 5");
        } finally {
            change("update entry set erased = null where id = 5");
        }
    }

    @Test
    void aFileOfTheOperatorIsCheckedAsWellAndOneThatIsNotGoodIsRefusedInASentence() throws Exception {
        var file = made();
        var own = Files.copy(file, folder().resolve("usb-stick_1.zip"));
        var altered = Files.copy(file, folder().resolve("altered.zip"));
        try (var zip = FileSystems.newFileSystem(altered)) {
            Files.writeString(
                    zip.getPath(file.getFileName().toString().replace(".zip", ""), "data/tables/entry.jsonl"), "{}\n");
        }
        var broken = Files.writeString(folder().resolve("broken.zip"), "PK");
        var foreign = folder().resolve("foreign.zip");
        try (var zip = FileSystems.newFileSystem(foreign, Map.of("create", "true"))) {
            Files.writeString(zip.getPath("holiday.jpg"), "");
        }
        var newer = folder().resolve("newer.zip");
        try (var connection = pool.getConnection()) {
            BackupFolder.around(newer)
                    .keep(
                            "newer.zip",
                            out -> new RecordBackup(connection, "999", "9.9")
                                    .write(out, Instant.now(), bag -> {}, new Progress()));
        }
        Files.copy(file, folder().resolve("备份.zip"));

        assertThat(administrator.page(PAGE).select("tbody td a").eachText())
                .contains("usb-stick_1.zip", "altered.zip", "broken.zip", "foreign.zip", "newer.zip")
                .doesNotContain("备份.zip");
        assertThat(check(own).select("main").text()).contains("这份备份是完整的");
        assertThat(refused(altered)).isEqualTo("里面的“data/tables/entry.jsonl”和备份时不一样：被改过，或者坏了。");
        assertThat(refused(broken)).isEqualTo("这个文件坏了，或者没有复制完，打不开。");
        assertThat(refused(foreign)).isEqualTo("里面有不该有的“holiday.jpg”，所以没有打开。");
        assertThat(refused(newer)).isEqualTo("它是更新的系统做的（9.9，数据库第999版），这里的系统还不认识。请先升级系统。");
    }

    @Test
    void aDownloadIsTheFileByteForByteAndIsInTheActivityLog() throws IOException, InterruptedException {
        var file = made();

        var answer = download(file, BodyHandlers.ofByteArray());

        assertThat(answer.body()).isEqualTo(Files.readAllBytes(file));
        assertThat(answer.headers().map())
                .containsEntry("Content-Type", List.of("application/zip"))
                .containsEntry("Content-Length", List.of(String.valueOf(Files.size(file))))
                .containsEntry("Content-Disposition", List.of("attachment; filename=\"" + file.getFileName() + "\""))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"));
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(administrator
                        .page("/admin/journal?verb=backup.downloaded")
                        .select("tbody td")
                        .eachText())
                .contains("下载备份", "数据库", file.getFileName().toString());
    }

    /** The end of it is written after the reader has begun, and before the server comes to it. */
    @Test
    void aLongDownloadIsReadAsItIsSent() throws IOException, InterruptedException {
        Files.createDirectories(folder());
        var file = folder().resolve("long.zip");
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(100_000_000);
            try (var body = download(file, BodyHandlers.ofInputStream()).body()) {
                assertThat(body.read()).isZero();
                content.seek(content.length() - 1);
                content.write('!');
                body.skipNBytes(content.length() - 2);
                assertThat(body.read()).isEqualTo('!');
                assertThat(body.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void nobodyElseMaySeeThemAndNoOtherFileHasAnAddress() throws IOException {
        var file = made();
        Files.writeString(data.resolve("other.zip"), "");
        Files.createSymbolicLink(folder().resolve("link.zip"), data.resolve("other.zip"));
        var reviewer = desks.reviewer();
        for (var page : List.of(PAGE, address(file), address(file) + "/file")) {
            assertThat(reviewer.get(page).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(reviewer.post(PAGE).statusCode()).isEqualTo(403);

        for (var name : List.of("none.zip", "..zip", "link.zip", ".zip", "erased-entries.txt", "%2e%2e%5cother.zip")) {
            assertThat(administrator.get(PAGE + "/" + name).statusCode())
                    .as(name)
                    .isIn(400, 404);
            assertThat(administrator.get(PAGE + "/" + name + "/file").statusCode())
                    .as(name)
                    .isIn(400, 404);
        }
        assertThat(administrator.get(PAGE + "/..%2Fother.zip").statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "OLD, 最近的备份是",
        "NO_ROOM, 最近一次备份没有做成：磁盘空间不够。",
        "NOT_WRITTEN, 最近一次备份没有做成：文件没有写成",
        "NOT_RESTORABLE, 最近一次试恢复没有成功。"
    })
    void theDeskWarnsAdministrators(Warning warning, String sentence) {
        assertThat(warned()).as("of its first hours").containsExactly(Warning.ONE_FOLDER);
        assertThat(sentences("/admin")).singleElement().asString().contains("备份只放在一个文件夹里");

        var now = Instant.now();
        switch (warning) {
            case OLD -> runs.add(run(now.minus(Duration.ofHours(49)), null));
            case NO_ROOM, NOT_WRITTEN -> runs.add(Run.failed(now, "x.zip", Failure.valueOf(warning.name())));
            default -> {
                runs.add(run(now, null));
                runs.rehearsed("x.zip", now, false);
            }
        }

        for (var page : List.of("/admin", PAGE)) {
            assertThat(sentences(page)).as(page).anyMatch(said -> said.startsWith(sentence));
        }
        assertThat(warned()).containsExactlyInAnyOrder(warning, Warning.ONE_FOLDER);
        assertThat(desks.reviewer().page("/admin").select(".notice a[href=" + PAGE + "]"))
                .isEmpty();

        if (warning == Warning.NO_ROOM || warning == Warning.NOT_WRITTEN) {
            assertThat(administrator.page(PAGE).select("tbody").text()).contains("没有做成：");
            runs.add(run(now.plusSeconds(1), null));
        } else {
            runs.add(run(now.plusSeconds(1), null));
            runs.rehearsed("x.zip", now.plusSeconds(1), true);
        }
        assertThat(warned()).containsExactly(Warning.ONE_FOLDER);
    }

    @Test
    void thereIsNoBackupYetOnceOneCouldHaveBeenMade() {
        var watch = new Watch(Instant.now());
        var backups = backups(null, watch);
        assertThat(backups.warnings()).containsExactly(Warning.ONE_FOLDER);

        watch.now = watch.now.plus(Duration.ofHours(3));

        assertThat(backups.warnings()).containsExactly(Warning.OLD, Warning.ONE_FOLDER);
        assertThat(backups.newest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNotInTheSecondFolderIsSaid(boolean copied) {
        runs.add(run(Instant.now(), copied));

        assertThat(backups(data.resolve("second"), Clock.systemUTC()).warnings())
                .isEqualTo(copied ? Set.of() : Set.of(Warning.NOT_COPIED));
    }

    private Set<Warning> warned() {
        return backups(null, Clock.systemUTC()).warnings();
    }

    private Backups backups(Path second, Clock clock) {
        return new Backups(
                runs,
                new BackupFolders(
                        new BackupFolder(data.resolve("backups")),
                        Optional.ofNullable(second).map(BackupFolder::new)),
                clock);
    }

    private static Run run(Instant made, Boolean copied) {
        return new Run(made, "x.zip", 1, "sums", copied, null, null, null);
    }

    private List<String> sentences(String page) {
        return administrator.page(page).select(".notice p").eachText().stream()
                .filter(said -> said.contains("备份") || said.contains("试恢复"))
                .filter(said -> !said.equals("看备份"))
                .toList();
    }

    private static Path folder() {
        return data.resolve("backups");
    }

    private static String address(Path file) {
        return PAGE + "/" + file.getFileName();
    }

    private Document check(Path file) {
        return administrator.page(address(file));
    }

    private String refused(Path file) {
        var page = check(file);
        assertThat(page.select("pre")).isEmpty();
        return page.select(".notice[role=alert]").text();
    }

    private <T> HttpResponse<T> download(Path file, BodyHandler<T> body) throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder().cookieHandler(administrator.cookies()).build();
        return client.send(
                HttpRequest.newBuilder(URI.create(reader.address(address(file) + "/file")))
                        .build(),
                body);
    }

    private Path made() {
        administrator.submit(PAGE);
        onceMade();
        return onlyFile();
    }

    /** The page as soon as no backup is being made. */
    private Document onceMade() {
        var late = Instant.now().plusSeconds(60);
        while (true) {
            var page = administrator.page(PAGE);
            if (page.select("progress").isEmpty()) {
                return page;
            }
            assertThat(Instant.now()).isBefore(late);
        }
    }

    private Path onlyFile() {
        try (var files = Files.newDirectoryStream(folder(), "*.zip")) {
            var all = new ArrayList<Path>();
            files.forEach(all::add);
            assertThat(all).hasSize(1);
            return all.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String table) {
        return database.queryForObject("select count(*) from " + table, Long.class);
    }

    private void change(String statement, Object... values) {
        transaction.executeWithoutResult(status -> database.update(statement, values));
    }

    /** A clock that is set. */
    private static class Watch extends Clock {

        private Instant now;

        Watch(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
