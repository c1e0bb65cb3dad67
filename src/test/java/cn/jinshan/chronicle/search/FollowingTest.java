package cn.jinshan.chronicle.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Desks;
import cn.jinshan.chronicle.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The search is never older than the last answer to a change; {@code SearchDrill} does it at length. */
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
            assertThat(publishers.near())
                    .as("a wrong character that leads to a public entry")
                    .isPositive();
        }
    }
}
