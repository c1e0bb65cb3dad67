package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.Postgres;
import cn.jinshan.chronicle.proofreading.HintsClaims;
import cn.jinshan.chronicle.search.SearchClaims;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class RecordOnPostgresTest extends RecordOnADatabase {

    @DynamicPropertySource
    static void embedded(DynamicPropertyRegistry properties) {
        var url = Postgres.freshDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> Postgres.USER);
        properties.add("spring.datasource.password", () -> Postgres.PASSWORD);
    }

    @Nested
    class Reading extends ReadingClaims {}

    @Nested
    class Order extends OrderClaims {}

    @Nested
    class Publishing extends PublishingClaims {}

    @Nested
    class Writing extends WritingClaims {}

    @Nested
    class Keeping extends KeepingClaims {}

    @Nested
    class Hinting extends HintsClaims {}

    @Nested
    class Looking extends IndexClaims {}

    @Nested
    class Searching extends SearchClaims {}

    @Nested
    class Refusal extends RefusalClaims {}
}
