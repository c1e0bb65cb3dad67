package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.OnPostgres;
import cn.jinshan.chronicle.proofreading.HintsClaims;
import cn.jinshan.chronicle.proofreading.MentionedSubjectsClaims;
import cn.jinshan.chronicle.search.OtherNamesClaims;
import cn.jinshan.chronicle.search.SearchClaims;
import org.junit.jupiter.api.Nested;

class RecordOnPostgresTest extends RecordOnADatabase implements OnPostgres {

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
