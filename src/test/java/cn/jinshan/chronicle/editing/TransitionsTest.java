package cn.jinshan.chronicle.editing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Desk;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.ReviewedApplication;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.entries.Entry;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.WholeRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final RequiredReviews TWO = new RequiredReviews(2, 2);

    private static final List<String> TRANSITIONS = List.of(
            "submission",
            "taking-back",
            "approval",
            "return",
            "publication",
            "withdrawal",
            "discarding",
            "draft-from/1");

    private static final List<String> REFUSALS = List.of(
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
    WholeRecord record;

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

        staff.unopened(1988);
        var found = new ArrayList<String>();
        staff.requireReviews(2, 2);
        for (var state : states().entrySet()) {
            for (var transition : TRANSITIONS) {
                found.add(row("two reviews", transition, state.getKey(), state.getValue()));
            }
        }
        staff.requireReviews(0, 0);
        for (var state : states().entrySet()) {
            for (var transition : List.of("submission", "approval", "publication")) {
                found.add(row("no review", transition, state.getKey(), state.getValue()));
            }
        }
        Files.write(Path.of("target/transitions.txt"), found);
        assertThat(found)
                .as("target/transitions.txt is what was found")
                .containsExactlyElementsOf(Files.readAllLines(TABLE).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    /** How a draft of two authors comes into each state; the approver has approved wherever somebody has. */
    private Map<String, Consumer<Entry>> states() {
        Consumer<Entry> submit = entry -> entry.submit(author, NOW);
        Consumer<Entry> approveOnce = submit.andThen(entry -> entry.approve(TWO, approver, NOW));
        Consumer<Entry> publish = entry -> entry.publish(RequiredReviews.NONE, another, NOW);
        Consumer<Entry> withdraw = publish.andThen(entry -> entry.withdraw("理由", null, another, NOW));
        var states = new LinkedHashMap<String, Consumer<Entry>>();
        states.put("draft", entry -> {});
        states.put("returned", submit.andThen(entry -> entry.returnToEditor("地点请写全称", approver, NOW)));
        states.put("submitted", submit);
        states.put("approved once", approveOnce);
        states.put("approved twice", approveOnce.andThen(entry -> entry.approve(TWO, another, NOW)));
        states.put("published", publish);
        states.put("withdrawn", withdraw);
        states.put("draft again", withdraw.andThen(entry -> entry.draftFrom(1, author, NOW)));
        return states;
    }

    private String row(String rule, String transition, String state, Consumer<Entry> into) {
        var answers = people.values().stream()
                .map(who -> answer(who, transition, into))
                .toList();
        return "%-11s  %-12s  %-14s  %-17s %-17s %-17s %-17s %-17s %s"
                .formatted(
                        rule,
                        transition,
                        state,
                        answers.get(0),
                        answers.get(1),
                        answers.get(2),
                        answers.get(3),
                        answers.get(4),
                        answers.get(5));
    }

    private String answer(Desk who, String transition, Consumer<Entry> into) {
        long id = staff.draftedBy(1988, author, staff.number("t-both"));
        staff.change(id, into);
        var before = record.entry(id);
        var answer = who.post(
                "/admin/entries/" + id + "/" + transition, "version", String.valueOf(before.version()), "reason", "理由");
        boolean changed = !record.exists(id) || record.entry(id).version() != before.version();
        var said = said(answer);
        assertThat(changed && !said.equals("done")).as(said).isFalse();
        return !changed && said.equals("done") ? "done already" : said;
    }

    private String said(HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            return "done";
        }
        if (answer.statusCode() == 403) {
            return "forbidden";
        }
        assertThat(answer.statusCode()).isEqualTo(409);
        var page = Jsoup.parse(answer.body()).select("main").text();
        return REFUSALS.stream()
                .filter(refusal -> page.contains(sentence(refusal)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No sentence on " + page));
    }

    private String sentence(String refusal) {
        return messages.getMessage("refused." + refusal, new Object[] {2, 2}, Locale.SIMPLIFIED_CHINESE)
                .replaceFirst("，现在有.*", "");
    }

    private Desk signedIn(String name, String role) {
        return desks.signedIn(name, name, role);
    }
}
