package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A year that is read out piece by piece, on each database. */
class LongReadingTest {

    private static final int YEAR = RecordUnderTest.FIRST_YEAR;

    static Stream<RecordUnderTest> databases() throws Exception {
        return Stream.of(
                RecordUnderTest.onH2InMemory().with(1, 1300),
                RecordUnderTest.onPostgres().with(1, 1300));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void itIsOfOneMomentWhateverChangesMeanwhile(RecordUnderTest database) {
        try (database) {
            var record = database.publicRecord();
            var before = ReadOut.of(record, YEAR, TimelineFilter.WHOLE).entries();
            var meanwhile = new ArrayList<PublishedEntry>();

            record.asPublished(
                    YEAR,
                    TimelineFilter.WHOLE,
                    chosen -> chosen.lines().forEach(line -> {
                        if (meanwhile.isEmpty()) {
                            changed(database);
                        }
                        meanwhile.add(line.entry());
                    }));

            assertThat(meanwhile).isEqualTo(before).hasSize(1300);
            assertThat(ReadOut.of(record, YEAR, TimelineFilter.WHOLE).entries())
                    .extracting(PublishedEntry::title)
                    .containsOnly("改了");
        }
    }

    private static void changed(RecordUnderTest database) {
        try (var connection = database.database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update edition set title = '改了'");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
