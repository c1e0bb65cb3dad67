package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.proofreading.HintsClaims;
import cn.jinshan.chronicle.proofreading.MentionedSubjectsClaims;
import cn.jinshan.chronicle.search.OtherNamesClaims;
import cn.jinshan.chronicle.search.SearchClaims;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class RecordOnH2Test extends RecordOnADatabase {

    @DynamicPropertySource
    static void inMemory(DynamicPropertyRegistry properties) {
        var url = "jdbc:h2:mem:" + UUID.randomUUID();
        properties.add("spring.datasource.url", () -> url);
    }

    @Nested
    class Reading extends ReadingClaims {}

    @Nested
    class Order extends OrderClaims {}

    @Nested
    class Publishing extends PublishingClaims {}

    @Nested
    class Highlighting extends HighlightClaims {}

    @Nested
    class Writing extends WritingClaims {}

    @Nested
    class Administration extends AdministrationClaims {}

    @Nested
    class Hinting extends HintsClaims {}

    @Nested
    class Mentioning extends MentionedSubjectsClaims {}

    @Nested
    class Looking extends IndexClaims {}

    @Nested
    class Searching extends SearchClaims {}

    @Nested
    class Naming extends OtherNamesClaims {}

    @Nested
    class Refusal extends RefusalClaims {}
}
