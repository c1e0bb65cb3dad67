package cn.jinshan.chronicle.administration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.journal.JournalFilter;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JournalSearchTest {

    @Test
    void aDayBeginsAndEndsInShanghai() {
        var search = new JournalSearch();
        search.from = "2024-05-02";
        search.to = "2024-05-02";

        assertThat(search.filter(Set::of))
                .isEqualTo(new JournalFilter(
                        null,
                        null,
                        null,
                        Instant.parse("2024-05-01T16:00:00Z"),
                        Instant.parse("2024-05-02T16:00:00Z")));
    }
}
