package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Each form that an administrator may send leaves its line in the journal. */
@ReviewedApplication
class EveryChangeIsJournaledTest extends EveryFormOfTheDesk {

    @Test
    void everyFormThatAnAdministratorMaySendLeavesALineOrHasAReasonNotTo() throws IOException {
        walkAll();
    }

    @Override
    protected void send(Desk desk, String route, String path, String verb, String... fields) {
        long before = lastLine();
        var answer = hasForm(desk.page(path), path) ? desk.submit(path, fields) : desk.post(path, bare(path, fields));

        assertThat(verbsAfter(before))
                .as(route + ": " + Jsoup.parse(answer.body()).select("main").text())
                .contains(verb);
    }
}
