package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same where other locks are held. */
@DeskApplication
class ClosingAYearOnPostgresTest extends ClosingAYearTest {

    @DynamicPropertySource
    static void embedded(DynamicPropertyRegistry properties) {
        var url = Postgres.freshDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> Postgres.USER);
        properties.add("spring.datasource.password", () -> Postgres.PASSWORD);
    }
}
