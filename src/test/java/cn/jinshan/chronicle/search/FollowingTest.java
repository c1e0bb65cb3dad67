package cn.jinshan.chronicle.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The search and the pages are never older than the last answer to a change; {@code SearchDrill} does it at length. */
@DeskApplication
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:administration")
class FollowingTest {

    private static final int YEAR = 1931;

    private static final int CHANGES = 50;

    @LocalServerPort
    int port;

    @Autowired
    Desks desks;

    @Autowired
    Staff staff;

    @Test
    void whatIsPublishedCorrectedRenamedAndWithdrawnIsFoundAsItIsFromTheAnswerOn() {
        desks.administrator();
        staff.opened(YEAR);
        try (var publishers = new Publishers(YEAR, 2, "chensi", Staff.PASSWORD)) {
            publishers.begin(1, port);
            publishers.untilChanged(CHANGES);
            publishers.end();
            publishers.lookForAll(port);

            assertThat(publishers.wrong()).isEmpty();
            assertThat(publishers.readings()).isGreaterThan(CHANGES);
            assertThat(publishers.near())
                    .as("a wrong character that leads to a public entry")
                    .isPositive();
        }
    }

    @Test
    void aYearIsFoundAsSoonAsItIsOpenedAndAMergedNameAsSoonAsItIsMerged() {
        var administrator = desks.administrator();
        var reader = new SearchingReader(port);
        var title = new UniqueWord(0).text;
        var goes = new Subject(Subject.Kind.PLACE, new UniqueWord(0).text);
        var stays = new Subject(Subject.Kind.PLACE, new UniqueWord(0).text);
        staff.unopened(YEAR + 1);
        int one = (int) staff.published(YEAR + 1, "visits", content(title, goes));
        int other = (int) staff.published(YEAR + 1, "visits", content(title, stays));
        assertThat(reader.ask(title).entries()).isEmpty();
        assertThat(reader.ask(goes.name()).entries()).isEmpty();

        administrator.submit("/admin/chronicles/" + (YEAR + 1) + "/opening");
        assertThat(reader.ask(title).entries()).containsExactlyInAnyOrder(one, other);
        assertThat(reader.ask(goes.name()).entries()).containsExactly(one);

        administrator.submit("/admin/subjects/" + goes.id() + "/merging?into=" + stays.id());
        assertThat(reader.ask(goes.name()).entries()).containsExactlyInAnyOrder(one, other);
        assertThat(reader.ask(stays.name()).entries()).containsExactlyInAnyOrder(one, other);
    }

    private static Content content(String title, Subject about) {
        return new Content(title, "5月", EventDate.of("5月", "1932-05", 1932), "正文。", "", "", null, List.of(about));
    }
}
