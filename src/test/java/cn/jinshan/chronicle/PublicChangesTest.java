package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * Each form of administrators is sent once, and what strangers are answered is compared before and after it: whatever
 * has changed is in the log of public changes. A public address without an example fails {@link PublicAddressesTest}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:public-changes")
@Import({Reader.class, Staff.class, Desks.class})
class PublicChangesTest extends EveryFormOfTheDesk {

    /** What answers the same whatever is in the record, or says in another way what another address says. */
    private static final String LEFT_OUT =
            "/(assets/.*|error|accessibility|.*\\.(ico|svg|png)|reading.*|reports/thanks.*"
                    + "|.*[?&](month|section|view|order|lang|size|kind|by)=.*)";

    @Autowired
    Reader reader;

    @Autowired
    PublicChanges changes;

    private final Set<String> addresses = new TreeSet<>();
    private final Set<String> noted = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();
    private Map<String, String> answers = Map.of();

    @Test
    void whateverAStrangerIsAnsweredOtherwiseAfterAFormIsInTheLog() throws IOException {
        addresses();

        walkAll();

        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "chronicle.opened",
                        "entry.erased",
                        "entry.highlight-removed",
                        "entry.highlighted",
                        "entry.published",
                        "entry.withdrawn",
                        "section.added",
                        "section.changed",
                        "section.removed",
                        "settings.changed",
                        "subject.changed",
                        "subject.merged",
                        "term.added",
                        "term.changed",
                        "term.removed");
        // The walk changes its year before that is opened
        assertThat(notedOnly())
                .as("what no example shows")
                .containsExactlyInAnyOrder(
                        "chronicle.added",
                        "chronicle.changed",
                        "chronicle.closed",
                        "chronicle.removed",
                        "name-group.added",
                        "name-group.changed",
                        "name-group.removed");
    }

    @Test
    void whatAFormChangesBesideItsOwnThingIsInTheLogToo() {
        var administrator = desks.administrator();
        staff.opened(1966);
        var subject = new Subject(Subject.Kind.PERSON, "仇旁及");
        long entry = staff.published(
                1966,
                "visits",
                new Content("旁及", "", EventDate.of("", "1966", 1966), "正文。", "", "", null, List.of(subject)));
        addresses.addAll(List.of("/1966", "/entries/" + entry, "/subjects", "/subjects/" + subject.id()));

        var address = "/admin/entries/" + entry;
        send(administrator, address, address, "entry.saved", "body", "只是草稿。");
        assertThat(noted).isEmpty();
        send(administrator, address, address, "entry.saved", "subjects[0].reading", "Chóu Pángjí");
        assertThat(seen).containsExactly("entry.saved");

        var section = "/admin/sections/"
                + database.queryForObject(
                        "select id from section where slug = 'visits' and chronicle_id ="
                                + " (select id from chronicle where chronicle_year = 1966)",
                        Long.class);
        send(administrator, section, section, "section.moved", "place", "1");
        assertThat(seen).containsExactly("entry.saved", "section.moved");
        assertThat(notedOnly()).isEmpty();
    }

    private Set<String> notedOnly() {
        var only = new TreeSet<>(noted);
        only.removeAll(seen);
        return only;
    }

    @Override
    protected void send(Desk desk, String route, String path, String verb, String... fields) {
        var before = answers.isEmpty() ? answers() : answers;
        long number = changes.position().number();
        long line = lastLine();

        var page = desk.page(path);
        var answer = hasForm(page, path) ? desk.submit(path, fields) : desk.post(path, bare(path, fields));

        assertThat(answer.statusCode()).as(route).isEqualTo(200);
        assertThat(verbsAfter(line)).as(route).contains(verb);
        boolean isNoted = changes.position().number() > number;
        answers = answers();
        var changed = answers.keySet().stream()
                .filter(address -> !answers.get(address).equals(before.get(address)))
                .toList();
        if (!changed.isEmpty()) {
            assertThat(isNoted).as(route + " changes " + changed).isTrue();
            seen.add(verb);
        }
        if (isNoted) {
            noted.add(verb);
        }
    }

    /** The examples of all public addresses, with what the walk writes. */
    private void addresses() {
        long entry = database.queryForObject("select max(id) from entry", Long.class);
        long subject = database.queryForObject("select max(id) from subject", Long.class);
        for (int i = 1; i <= 2; i++) {
            var names = Map.of(
                    "DRAFT|UNOPENED", String.valueOf(entry + i),
                    "UNSEEN", String.valueOf(subject + i),
                    "1995", String.valueOf(1963 + i));
            PublicAddresses.all().filter(example -> !example.matches(LEFT_OUT)).forEach(example -> {
                var address = example;
                for (var name : names.entrySet()) {
                    address = address.replaceAll(name.getKey(), name.getValue());
                }
                addresses.add(address);
            });
        }
    }

    /** Status, other address and body of each answer, without the key of a form. */
    private Map<String, String> answers() {
        var all = new TreeMap<String, String>();
        for (var address : addresses) {
            var answer = reader.get(address);
            var said = answer.statusCode() + " " + answer.headers().firstValue("Location") + " " + answer.body();
            all.put(address, said.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "KEY"));
        }
        return all;
    }
}
