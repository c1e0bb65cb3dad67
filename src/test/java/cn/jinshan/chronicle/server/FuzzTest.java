package cn.jinshan.chronicle.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Fuzz;
import cn.jinshan.chronicle.WholeApplication;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first requests of the drill that sends thousands. */
@WholeApplication
class FuzzTest {

    private static final List<String> FORMS =
            List.of("/2023", "/reading", "/reports/new", "/login", "/setup/x", "/invitations/x", "/admin/entries/new");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource
    void nothingThatIsSentMakesA5xxAndEveryAnswerHasItsHeaders(Fuzz.Kind kind) {
        var found = new Fuzz(port, 6, FORMS, () -> "").send(kind, 250);

        assertThat(found.wrong()).isEmpty();
        assertThat(found.statuses()).hasSizeGreaterThan(1);
    }
}
