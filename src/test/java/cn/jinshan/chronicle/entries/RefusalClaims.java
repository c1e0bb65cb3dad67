package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes that the database itself refuses. */
abstract class RefusalClaims extends OnADatabase {
    @Test
    void theDatabaseRefusesASecondPublishedEdition() {
        assertRefused(copyOf(11, "number", "2"));
    }

    @Test
    void theDatabaseTakesASecondEditionThatIsNotPublic() {
        assertThat(database.createNativeQuery(copyOf(11, "number", "2", "state", "'DRAFT'", "live", "null"))
                        .executeUpdate())
                .isOne();
    }

    @Test
    void theDatabaseRefusesAnEditionOfTheSameNumber() {
        assertRefused(copyOf(11, "state", "'DRAFT'", "live", "null"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"edtf, null", "title, ''", "body, ''", "published, null", "live, null", "live, false"})
    void theDatabaseRefusesToPublishWhatIsIncomplete(String column, String value) {
        assertRefused("update edition set " + column + " = " + value + " where id = 11");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "state, 'GONE'",
                "state, 'DRAFT'",
                "precision, 'HOUR'",
                "precision, null",
                "shape, 'ROUND'",
                "shape, null",
                "place, null",
                "place, 100",
                "place, 9901",
                "months, 4096",
                "months, -1",
                "position, 0",
                "number, 0",
                "latest, date '2023-05-17'"
            })
    void theDatabaseRefusesWhatNoEditionCanBe(String column, String value) {
        assertRefused("update edition set " + column + " = " + value + " where id = 11");
    }

    @Test
    void theDatabaseRefusesASectionOfAnotherChronicle() {
        var chronicle = chronicle(2024);
        var visits = section(chronicle, "visits");

        assertRefused("update edition set section_id = " + visits.id() + " where id = 11");
    }

    @Test
    void aYearHasOneChronicle() {
        assertRefused("insert into chronicle (chronicle_year, title) values (2023, '又一本')");
    }

    @Test
    void aChronicleHasEachSlugOnce() {
        assertRefused(
                "insert into section (chronicle_id, slug, title, position, tone) values (1, 'visits', '走访', 9, 'RED')");
    }
}
