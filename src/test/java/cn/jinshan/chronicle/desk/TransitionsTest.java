package cn.jinshan.chronicle.desk;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.ReviewedApplication;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.editorial.EditorialRecord;
import cn.jinshan.chronicle.entries.Entry;
import cn.jinshan.chronicle.entries.RequiredReviews;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/**
 * Every transition, asked for by everybody in every state, is done or refused as {@code transitions.txt} says; each
 * refusal is the sentence of its message on the page.
 */
@ReviewedApplication
class TransitionsTest {

    private static final Path TABLE = Path.of("src/test/resources/transitions.txt");
    private static final Instant NOW = Instant.parse("2024-09-03T02:00:00Z");
    private static final RequiredReviews TWO = new RequiredReviews(2, 1);

    private static final String CLOSED = "final year";

    /** Elsewhere the same as without. */
    private static final String WITH_A_NOTE = "correction with a note";

    private static final List<String> TRANSITIONS = List.of(
            "saving",
            "submission",
            "taking-back",
            "approval",
            "return",
            "publication",
            "withdrawal",
            "discarding",
            "draft-from/1");

    private static final List<String> REFUSALS = List.of(
            "closed",
            "incomplete",
            "noDraft",
            "submitted",
            "notSubmitted",
            "notYours",
            "ownWork",
            "approvedByYou",
            "approvedEnough",
            "reviewFirst",
            "approvalsMissing",
            "reviewerPublishes",
            "draftOpen",
            "notPublic");

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Autowired
    EditorialRecord record;

    @Autowired
    MessageSource messages;

    private final Map<String, Desk> people = new LinkedHashMap<>();
    private long author;
    private long approver;
    private long another;

    @Test
    void everyTransitionInEveryStateAnswersEverybodyAsTheTableSays() throws IOException {
        people.put("author", signedIn("t-author", "EDITOR"));
        people.put("author, reviewer", signedIn("t-both", "REVIEWER"));
        people.put("editor", signedIn("t-editor", "EDITOR"));
        people.put("reviewer", signedIn("t-reviewer", "REVIEWER"));
        people.put("approver", signedIn("t-approver", "REVIEWER"));
        people.put("administrator", signedIn("t-administrator", "ADMINISTRATOR"));
        author = staff.number("t-author");
        approver = staff.number("t-approver");
        another = 999;

        var found = new ArrayList<String>();
        var states = states(1988).keySet().stream()
                .filter(state -> !state.equals(WITH_A_NOTE))
                .toList();
        staff.unopened(1988);
        staff.requireReviews(TWO.ofNew(), TWO.ofCorrections());
        found.addAll(rows("reviewed", 1988, states, TRANSITIONS));
        staff.requireReviews(0, 0);
        found.addAll(rows(
                "no review",
                1988,
                List.of("draft", "submitted", "approved once", "correction", "correction submitted"),
                List.of("submission", "approval", "publication")));
        staff.unopened(1987);
        found.addAll(rows(
                CLOSED,
                1987,
                List.of("draft", "submitted", "published", "withdrawn", "correction", WITH_A_NOTE),
                List.of("saving", "submission", "publication", "draft-from/1")));
        Files.write(Path.of("target/transitions.txt"), found);
        assertThat(found)
                .as("target/transitions.txt is what was found")
                .containsExactlyElementsOf(Files.readAllLines(TABLE).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    /** How a draft of two authors comes into each state; the approver has approved wherever somebody has. */
    private Map<String, Consumer<Entry>> states(int year) {
        Consumer<Entry> submit = entry -> entry.submit(author, NOW);
        Consumer<Entry> approve = entry -> entry.approve(TWO, approver, NOW);
        Consumer<Entry> publish = entry -> entry.publish(RequiredReviews.NONE, another, NOW);
        Consumer<Entry> withdraw = publish.andThen(entry -> entry.withdraw("理由", null, another, NOW));
        Consumer<Entry> correct = publish.andThen(entry -> entry.draftFrom(1, author, NOW));
        var states = new LinkedHashMap<String, Consumer<Entry>>();
        states.put("incomplete", entry -> staff.write(entry, year, "", null, author));
        states.put("draft", entry -> {});
        states.put("returned", submit.andThen(entry -> entry.returnToEditor("地点请写全称", approver, NOW)));
        states.put("submitted", submit);
        states.put("approved once", submit.andThen(approve));
        states.put("approved twice", submit.andThen(approve).andThen(entry -> entry.approve(TWO, another, NOW)));
        states.put("published", publish);
        states.put("withdrawn", withdraw);
        states.put("draft again", withdraw.andThen(entry -> entry.draftFrom(1, author, NOW)));
        states.put("correction", correct);
        states.put(WITH_A_NOTE, correct.andThen(entry -> staff.write(entry, year, "标题", "更正了标题", author)));
        states.put("correction submitted", correct.andThen(submit));
        states.put("correction approved", correct.andThen(submit).andThen(approve));
        return states;
    }

    private List<String> rows(String rule, int year, Collection<String> states, List<String> transitions) {
        var asked = new LinkedHashMap<String, List<Long>>();
        for (var state : states) {
            for (var transition : transitions) {
                asked.put(
                        "%-10s  %-12s  %-22s".formatted(rule, transition, state),
                        people.values().stream()
                                .map(person -> inState(year, state))
                                .toList());
            }
        }
        if (rule.equals(CLOSED)) {
            staff.close(year);
        }
        return asked.entrySet().stream()
                .map(row -> row.getKey() + answers(row.getKey().split(" {2,}")[1], row.getValue()))
                .toList();
    }

    private long inState(int year, String state) {
        long id = staff.draftedBy(year, author, staff.number("t-both"));
        staff.change(id, states(year).get(state));
        return id;
    }

    private String answers(String transition, List<Long> entries) {
        var each = entries.iterator();
        return people.values().stream()
                .map(person -> "  %-17s".formatted(answer(person, transition, each.next())))
                .collect(joining())
                .stripTrailing();
    }

    private String answer(Desk who, String transition, long id) {
        var before = record.entry(id);
        var version = String.valueOf(before.version());
        var address = "/admin/entries/" + id;
        var answer = transition.equals("saving")
                ? who.post(
                        address, "version", version, "section", "visits", "date", "5月", "title", "另一个标题", "body", "正文。")
                : who.post(address + "/" + transition, "version", version, "reason", "理由");
        boolean changed = !record.exists(id) || record.entry(id).version() != before.version();
        var said = said(answer);
        assertThat(changed && !said.equals("done")).as(said).isFalse();
        return !changed && said.equals("done") ? "done already" : said;
    }

    private String said(HttpResponse<String> answer) {
        if (answer.statusCode() == 302) {
            return "done";
        }
        if (answer.statusCode() == 403) {
            return "forbidden";
        }
        assertThat(answer.statusCode()).isIn(409, 422);
        var page = withoutNumbers(Jsoup.parse(answer.body()).select("main").text());
        return REFUSALS.stream()
                .filter(refusal -> page.contains(sentence(refusal)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No sentence on " + page));
    }

    private String sentence(String refusal) {
        return withoutNumbers(
                messages.getMessage("refused." + refusal, new Object[] {2, 2}, Locale.SIMPLIFIED_CHINESE));
    }

    private static String withoutNumbers(String text) {
        return text.replaceAll("\\d+", "#");
    }

    private Desk signedIn(String name, String role) {
        staff.account(name, name, role);
        return desks.anonymous().signIn(name, Staff.PASSWORD);
    }
}
