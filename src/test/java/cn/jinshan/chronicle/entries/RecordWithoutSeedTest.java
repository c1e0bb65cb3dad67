package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.context.annotation.Import;

@DataJpaTest(
        showSql = false,
        properties = {"spring.datasource.url=jdbc:h2:mem:without-seed", "spring.flyway.locations=classpath:db/migration"
        })
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import(PublicRecord.class)
class RecordWithoutSeedTest {

    @Autowired
    private PublicRecord publicRecord;

    @Test
    void anotherFederationBeginsWithoutAYear() {
        assertThat(publicRecord.years()).isEmpty();
        assertThatThrownBy(() -> publicRecord.chronicle(2023)).isInstanceOf(NotPublicException.class);
        assertThatThrownBy(() -> publicRecord.entry(1)).isInstanceOf(NotPublicException.class);
    }
}
