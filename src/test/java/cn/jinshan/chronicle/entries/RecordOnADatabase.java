package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A database as the migrations leave it; what is claimed of it is nested in the tests of each database. */
abstract class RecordOnADatabase extends OnADatabase {
    // Databases never take back a number they gave, so this claim stands before the nested ones, which write
    @Test
    void theFirstNewEntryIsNumberThirty() {
        assertThat(published("12月1日", "2023-12-01", "visits", "走访")).isEqualTo(30);
    }
}
