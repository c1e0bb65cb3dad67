package cn.jinshan.chronicle.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.glossary.PublishedTerm;
import cn.jinshan.chronicle.glossary.Term;
import cn.jinshan.chronicle.glossary.Terms;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/** Tests of the public index and the explained words. */
abstract class IndexClaims extends OnADatabase {

    @Autowired
    Terms terms;

    @Test
    void everySubjectOf2023IsListedWithItsEntries() {
        var index = publicIndex.all();

        assertThat(index).hasSize(56);
        assertThat(entriesOf("金山区残疾人联合会")).isEqualTo(8);
        assertThat(entriesOf("李婷")).isEqualTo(4);
        assertThat(entriesOf("张堰镇")).isOne();
        assertThat(index).isSortedAccordingTo((one, other) -> one.reading().compareTo(other.reading()));
        assertThat(index).extracting(subject -> subject.subject().name()).startsWith("柴小军");
    }

    @Test
    void whoeverIsNotListedIsNowhere() {
        var person = subject("李婷");
        person.describe("", false);
        flushAndClear();

        assertThat(publicIndex.all())
                .hasSize(55)
                .extracting(subject -> subject.subject().name())
                .doesNotContain("李婷");
        assertNotPublic(() -> publicIndex.subject(Objects.requireNonNull(person.id())));
        assertThat(publicRecord.subjects(publicRecord.entry(1)))
                .extracting(PublishedSubject::listed)
                .containsExactly(false, true, true, true);
    }

    @Test
    void draftsOldEditionsWhatWasTakenDownAndUnopenedYearsCountNothing() {
        var person = new Subject(Kind.PERSON, "单晓");
        database.persist(person);
        var unopened = chronicle(1990);
        section(unopened, "visits");
        long id = Objects.requireNonNull(person.id());

        saved(draftOf(2023, "visits", content("草稿", "5月1日", "2023-05-01", person)));
        published(draftOf(1990, "visits", content("未公开", "5月1日", "1990-05-01", 1990, person)));
        long gone = published(draftOf(2023, "visits", content("撤下", "5月2日", "2023-05-02", person)));
        database.find(Entry.class, gone).withdraw("理由", null, AUTHOR, NOW);
        long changed = published(draftOf(2023, "visits", content("旧版", "5月3日", "2023-05-03", person)));
        draft(database.find(Entry.class, changed), 2023, "visits", 50, correction("新版"));
        flushAndClear();
        database.find(Entry.class, changed).publish(RequiredReviews.NONE, AUTHOR, NOW);
        flushAndClear();

        assertThat(publicIndex.all()).hasSize(56);
        assertNotPublic(() -> publicIndex.subject(id));

        long open = published(draftOf(2023, "visits", content("公开", "5月4日", "2023-05-04", person)));
        saved(draftOf(2023, "visits", content("又一份草稿", "5月5日", "2023-05-05", person)));

        var found = publicIndex.subject(id);
        assertThat(found.entries()).isOne();
        assertThat(found.reading().pinyin()).isEqualTo("shàn xiǎo");
        assertThat(ids(publicIndex.about(found, 1))).containsExactly((int) open);
    }

    private static Content correction(String title) {
        return new Content(
                title, "5月3日", EventDate.of("5月3日", "2023-05-03", 2023), title + "。", "", "", "更正", List.of());
    }

    @Test
    void theNewestYearComesFirstAndEachYearInChronicleOrder() {
        var person = subject("李婷");
        var earlier = chronicle(2021);
        section(earlier, "visits");
        earlier.open(NOW);
        long second = published(draftOf(2021, "visits", content("后", "5月2日", "2021-05-02", 2021, person)));
        long first = published(draftOf(2021, "visits", content("先", "5月1日", "2021-05-01", 2021, person)));

        var found = publicIndex.subject(1);

        assertThat(found.entries()).isEqualTo(6);
        assertThat(ids(publicIndex.about(found, 1))).containsExactly(21, 1, 2, 3, (int) first, (int) second);
        assertNotPublic(() -> publicIndex.about(found, 2));
        assertNotPublic(() -> publicIndex.about(found, 0));
        assertNotPublic(() -> publicIndex.subject(987_654_321));
    }

    @Test
    void whatStaffSayOfAReadingDecidesWhereItStands() {
        var town = subject("吕巷镇");
        town.read("Ā Xiàng");
        flushAndClear();

        assertThat(publicIndex.all())
                .first()
                .extracting(subject -> subject.subject().name())
                .isEqualTo("吕巷镇");
    }

    @Test
    void theWordsThatAreExplainedStandInTheOrderOfADictionary() {
        assertThat(publishedTerms.all())
                .extracting(PublishedTerm::name)
                .containsExactly("残工委", "残联", "辅具", "全国助残日", "“三阳”机构", "重残无业", "助医出行", "坐式排球");
        assertThat(publishedTerms.all())
                .filteredOn(term -> term.name().equals("残联"))
                .singleElement()
                .satisfies(term -> assertThat(term.forms()).containsExactly("残疾人联合会", "区残联", "市残联"));
    }

    @Test
    void aTermThatChangesHasAnotherVersionThoughOnlyItsFormsDid() {
        var term = terms.save(new Term("甲乙", List.of("丙"), "丁。"));
        flushAndClear();
        long seen = term.version();
        var changed = terms.forChange(Objects.requireNonNull(term.id())).orElseThrow();
        changed.change("甲乙", List.of("丙", "戊己"), "丁。");
        flushAndClear();

        var now = terms.meaning(List.of("戊己")).get(0);
        assertThat(now.otherForms()).containsExactly("戊己", "丙");
        assertThatThrownBy(() -> now.refuseStale(seen)).isInstanceOf(ObjectOptimisticLockingFailureException.class);
        now.change("丙", List.of("甲乙"), "丁。");
        flushAndClear();
        assertThat(terms.meaning(List.of("戊己"))).isEmpty();
        assertThat(terms.meaning(List.of("甲乙", "丙"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into term (name, explanation) values ('残联', '甲。')",
                "insert into term (name, explanation) values ('', '甲。')",
                "insert into term (name, explanation) values ('甲', '')",
                "insert into term_form (term_id, form) select max(id), '残疾人联合会' from term",
                "insert into term_form (term_id, form) values (999, '甲')"
            })
    void whatIsNoTermIsRefusedByTheDatabase(String sql) {
        assertRefused(sql);
    }

    @Test
    void whatIsNoTermIsRefused() {
        for (var wrong : List.<Runnable>of(
                () -> new Term(" ", List.of(), "甲。"),
                () -> new Term("甲".repeat(41), List.of(), "甲。"),
                () -> new Term("甲", List.of(""), "甲。"),
                () -> new Term("甲", List.of("乙".repeat(41)), "甲。"),
                () -> new Term("甲", List.of(), " "),
                () -> new Term("甲", List.of(), "乙".repeat(301)))) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private long entriesOf(String name) {
        return publicIndex.all().stream()
                .filter(subject -> subject.subject().name().equals(name))
                .findFirst()
                .orElseThrow()
                .entries();
    }
}
