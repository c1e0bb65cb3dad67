package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sends one effective form to each address that takes forms from administrators. A new address in {@code routes.txt}
 * fails until it is sent a form or has a reason not to.
 */
public abstract class EveryFormOfTheDesk {

    private static final Map<String, String> EXCEPTIONS = Map.of(
            "/admin/entries/new/working-copy", "what one is typing is one's own until it is saved",
            "/admin/entries/{id}/working-copy", "the same",
            "/admin/entries/new/working-copy/discarding", "the same",
            "/admin/entries/{id}/working-copy/discarding", "the same",
            "/admin/me/left/{id}/discarding", "the same, of a form that could not be sent",
            "/login", "a filter notes it: JournalPagesTest",
            "/logout", "a filter notes it: JournalPagesTest",
            "/invitations/{token}", "its token is in no page of another: StaffPagesTest",
            "/setup/{token}", "only before there is an account: FirstStartTest");

    @Autowired
    protected Desks desks;

    @Autowired
    protected Staff staff;

    @Autowired
    protected JdbcTemplate database;

    private final Set<String> walked = new TreeSet<>();

    /** The numbers of what no line of the journal has made, by kind. */
    private final Map<String, String> things = new HashMap<>();

    /**
     * Sends a form.
     *
     * @param verb of the line that the journal has of it
     */
    protected abstract void send(Desk desk, String route, String path, String verb, String... fields);

    protected void walkAll() throws IOException {
        var editor = desks.editor();
        var walker = desks.signedIn("walker", "步行", "ADMINISTRATOR");
        staff.opened(1964);

        walk(walker, "/admin/chronicles/new", "chronicle.added", "year", "1965", "title", "一九六五");
        walk(walker, "/admin/chronicles/{year}/removal", "chronicle.removed");
        walk(walker, "/admin/chronicles/new", "chronicle.added", "year", "1965", "title", "一九六五");
        walk(walker, "/admin/chronicles/{year}", "chronicle.changed", "title", "一九六五年");
        walk(walker, "/admin/chronicles/{year}/opening", "chronicle.opened");
        walk(walker, "/admin/chronicles/{year}/closing", "chronicle.closed");
        walk(walker, "/admin/sections/new?year=1964", "section.added", "title", "康复", "slug", "rehab", "tone", "TEAL");
        walk(walker, "/admin/sections/{id}", "section.changed", "title", "康复服务");
        walk(walker, "/admin/sections/{id}/removal", "section.removed");

        staff.requireReviews(1, 1);
        walk(editor, "/admin/entries/new?year=1964", "entry.begun", entry("走访甲", "走访过的甲"));
        walk(editor, "/admin/entries/{id}", "entry.saved", "body", "改过的正文。");
        walk(editor, "/admin/entries/{id}/submission", "entry.submitted");
        walk(editor, "/admin/entries/{id}/taking-back", "entry.taken-back");
        walk(editor, "/admin/entries/{id}/submission", "entry.submitted");
        walk(walker, "/admin/entries/{id}/return", "entry.returned", "reason", "请写全称");
        walk(editor, "/admin/entries/{id}/submission", "entry.submitted");
        walk(walker, "/admin/entries/{id}/approval", "entry.approved");
        walk(walker, "/admin/entries/{id}/publication", "entry.published");
        walk(walker, "/admin/entries/{id}/withdrawal", "entry.withdrawn", "reason", "写错了");
        walk(editor, "/admin/entries/{id}/draft-from/{number}", "entry.drafted");
        walk(editor, "/admin/entries/{id}/discarding", "entry.discarded");
        walk(editor, "/admin/entries/new?year=1964", "entry.begun", entry("走访乙", "走访过的乙"));
        walk(editor, "/admin/entries/submission", "entry.submitted", "chosen", chosen());
        walk(walker, "/admin/entries/approval", "entry.approved", "chosen", chosen(), "sure", "true");
        walk(walker, "/admin/entries/publication", "entry.published", "chosen", chosen(), "sure", "true");

        walk(walker, "/admin/entries/{id}/highlight", "entry.highlighted");
        walk(walker, "/admin/entries/{id}/highlight/removal", "entry.highlight-removed");

        var subjects =
                database.queryForList("select id from subject where name like '走访过的%' order by id desc", String.class);
        things.put("subject", subjects.get(0));
        walk(walker, "/admin/subjects/{id}", "subject.changed", "note", "住在石化街道");
        walk(walker, "/admin/subjects/{id}/merging?into=" + subjects.get(1), "subject.merged");
        walk(walker, "/admin/entries/{id}/erasure", "entry.erased", "reason", "本人要求");

        walk(walker, "/admin/hints/new", "hint-rule.added", "found", "走访词", "better", "好词", "kind", "TERM");
        walk(walker, "/admin/hints/{id}", "hint-rule.changed", "better", "更好的词");
        walk(walker, "/admin/hints/{id}/removal", "hint-rule.removed");
        walk(walker, "/admin/words/new", "term.added", "name", "走访词", "explanation", "走到哪里，问到哪里。");
        walk(walker, "/admin/words/{id}", "term.changed", "explanation", "边走边问。");
        walk(walker, "/admin/words/{id}/removal", "term.removed");
        walk(walker, "/admin/other-names/new", "name-group.added", "name", "走访词", "others", "走访用的词");
        walk(walker, "/admin/other-names/{id}", "name-group.changed", "others", "走访说的词");
        walk(walker, "/admin/other-names/{id}/removal", "name-group.removed");
        walk(walker, "/admin/settings", "settings.changed", "licence", "欢迎转载");
        walk(walker, "/admin/backups", "backup.begun");

        things.put("older-database", String.valueOf(staff.older("2026-11-20T02:00:00Z", "2026-11-20T02:30:00Z")));
        walk(walker, "/admin/older-databases/{id}/settling", "database.settled");

        things.put("report", String.valueOf(staff.reported("走访不对")));
        walk(walker, "/admin/reports/{id}", "report.answered", "outcome", "SPAM");
        walk(walker, "/admin/reports/{id}/contact-forgetting", "report.contact-forgotten");
        walk(walker, "/admin/reports/{id}/reopening", "report.reopened");

        walk(walker, "/admin/staff/new", "account.invited", "name", "walked", "fullName", "步行二", "role", "EDITOR");
        walk(walker, "/admin/staff/{id}", "account.role-changed", "role", "REVIEWER");
        walk(walker, "/admin/staff/{id}/disabling", "account.disabled");
        walk(walker, "/admin/staff/{id}/enabling", "account.enabled");
        walk(walker, "/admin/staff/{id}/reset", "account.reset");
        desks.signedIn("walker", "步行", "ADMINISTRATOR");
        var other =
                walker.page("/admin/me").select(".sessions form").attr("action").replaceAll(".*sessions/|/.*", "");
        walk(walker, "/admin/me/sessions/{session}/ending", "account.sessions-ended", "session", other);
        desks.signedIn("walker", "步行", "ADMINISTRATOR");
        walk(walker, "/admin/me/sessions/ending", "account.sessions-ended");
        var chosen = "春风茶杯七只猫走路";
        walk(
                walker,
                "/admin/me/password",
                "account.password-changed",
                "currentPassword",
                Staff.PASSWORD,
                "password",
                chosen,
                "passwordAgain",
                chosen);

        assertThat(Files.readAllLines(Path.of("src/test/resources/routes.txt")).stream()
                        .filter(row -> row.matches("POST .*\\sallowed"))
                        .map(row -> row.split(" +")[1].replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}")))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(walked.stream(), EXCEPTIONS.keySet().stream())
                        .toList());
    }

    private static String[] entry(String title, String about) {
        return new String[] {
            "date",
            "5月1日",
            "title",
            title,
            "body",
            "正文。",
            "section",
            "visits",
            "subjects[0].kind",
            "PERSON",
            "subjects[0].name",
            about
        };
    }

    private void walk(Desk desk, String route, String verb, String... fields) {
        walked.add(route.replaceFirst("\\?.*", ""));
        send(desk, route, path(route, fields), verb, fields);
    }

    /** Whether the page at an address has the form that is sent there. */
    protected static boolean hasForm(Document page, String path) {
        return page.select("main form[method=post]").stream()
                .anyMatch(form -> form.attr("action").equals(path.replaceFirst("\\?.*", "")));
    }

    /** The fields of a form that stands on no page of its own: these, and the version of the thing. */
    protected String[] bare(String path, String... fields) {
        return Stream.concat(Stream.of("version", version(path)), Stream.of(fields))
                .toArray(String[]::new);
    }

    long lastLine() {
        return database.queryForObject("select max(id) from journal", Long.class);
    }

    List<String> verbsAfter(long line) {
        return database.queryForList("select verb from journal where id > ? order by id", String.class, line);
    }

    private String path(String route, String... fields) {
        var path = route.replace("{year}", "1965")
                .replace("{number}", "1")
                .replace("{session}", fields.length > 1 ? fields[1] : "");
        return path.contains("{id}") ? path.replace("{id}", last(kind(route))) : path;
    }

    private static String kind(String path) {
        return Map.of(
                        "older-databases",
                        "older-database",
                        "sections",
                        "section",
                        "entries",
                        "entry",
                        "subjects",
                        "subject",
                        "hints",
                        "wording-rule",
                        "words",
                        "term",
                        "other-names",
                        "name-group",
                        "reports",
                        "report",
                        "staff",
                        "account")
                .get(path.split("/")[2]);
    }

    /** The number of the thing that a line of the journal was last about. */
    private String last(String kind) {
        return things.containsKey(kind)
                ? things.get(kind)
                : database.queryForObject(
                                "select thing from journal where id = (select max(id) from journal where thing like ?)",
                                String.class,
                                kind + " %")
                        .replaceAll("\\D", "");
    }

    private String chosen() {
        var id = last("entry");
        return id + "-"
                + database.queryForObject("select version from entry where id = ?", Long.class, Long.valueOf(id));
    }

    private String version(String path) {
        return path.startsWith("/admin/reports")
                ? database.queryForObject(
                        "select version from report where id = ?", String.class, Long.valueOf(last("report")))
                : "";
    }
}
