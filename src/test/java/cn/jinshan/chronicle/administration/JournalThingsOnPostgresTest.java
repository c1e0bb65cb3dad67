package cn.jinshan.chronicle.administration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.OnPostgres;
import cn.jinshan.chronicle.journal.JournalLine;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.context.annotation.Import;

/** The queries for the names of things on PostgreSQL; {@link JournalPagesTest} asks them on H2. */
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import(JournalThings.class)
class JournalThingsOnPostgresTest implements OnPostgres {

    @Autowired
    JournalThings things;

    @Test
    void thingsAreCalledWhatTheyAreCalledNow() {
        var lines = Stream.of("entry 11", "chronicle 2023", "section 1", "subject 1", "term 1", "subject 999999")
                .map(thing -> new JournalLine(Instant.EPOCH, null, "entry.saved", thing, null, null))
                .toList();

        var now = things.of(lines);
        assertThat(now.get("entry 11").name()).isEqualTo("金山区第33次“全国助残日”文艺展演");
        assertThat(now.get("chronicle 2023").name()).isEqualTo("2023年金山区残疾人事业发展大事记");
        assertThat(now.get("section 1").name()).startsWith("2023年");
        assertThat(now.get("subject 1").name()).isNotEmpty();
        assertThat(now.get("term 1").name()).isNotEmpty();
        assertThat(now.get("subject 999999").gone()).isEqualTo("journal.removed");
    }

    @Test
    void entriesAreMeantByTheirTitles() {
        assertThat(things.meant("“全国助残日”文艺")).containsExactly("“全国助残日”文艺", "entry 11");
        assertThat(things.meant("%")).containsExactly("%");
        assertThat(things.meant("\\")).containsExactly("\\");
    }
}
