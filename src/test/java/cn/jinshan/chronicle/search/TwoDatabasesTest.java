package cn.jinshan.chronicle.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.entries.RecordUnderTest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in two generated years, on either database. */
class TwoDatabasesTest {

    private static List<RecordUnderTest> records = List.of();

    @BeforeAll
    static void write() throws Exception {
        records = List.of(
                RecordUnderTest.onH2InMemory().with(2, 300),
                RecordUnderTest.onPostgres().with(2, 300));
        records.forEach(record -> record.searchIndex().build());
    }

    @AfterAll
    static void close() {
        records.forEach(RecordUnderTest::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"残疾人", "残疾人联合会", "耳日义", "区残", "的", "盐铁街道 残疾人", "wang", "5月", "残疾人联合汇"})
    void bothDatabasesFindTheSameInTheSameOrder(String q) {
        var found = records.stream()
                .map(record -> record.publicSearch().find(Search.of(q)))
                .toList();

        assertThat(found.get(0).total()).isPositive();
        assertThat(found.get(0)).isEqualTo(found.get(1));
    }
}
