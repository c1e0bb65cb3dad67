package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.search.Folding;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Test of the folding of texts, in no transaction but its own, as at a start. */
class FoldingTest {

    @Test
    void whatAnotherProgramTookFromThePublicStaysForgotten() throws Exception {
        try (var record = RecordUnderTest.onH2InMemory().with(1, 30)) {
            try (var another = record.database().getConnection();
                    var statement = another.createStatement()) {
                statement.executeUpdate("""
                        update edition set state = 'SUPERSEDED', live = null
                        where id = (select min(f.edition_id) from edition_text f)""");
                another.commit();
            }

            record.context().getBean(Folding.class).fold();

            assertThat(new JdbcTemplate(record.database())
                            .queryForObject("select count(*) from edition_text", Long.class))
                    .isEqualTo(29);
        }
    }
}
