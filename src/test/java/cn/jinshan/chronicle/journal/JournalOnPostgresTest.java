package cn.jinshan.chronicle.journal;

import cn.jinshan.chronicle.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class JournalOnPostgresTest extends JournalOnADatabase {

    @DynamicPropertySource
    static void embedded(DynamicPropertyRegistry properties) {
        var url = Postgres.freshDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> Postgres.USER);
        properties.add("spring.datasource.password", () -> Postgres.PASSWORD);
    }
}
