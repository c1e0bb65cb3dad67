package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.changes.AllAnew;
import cn.jinshan.chronicle.changes.KnownChanges;
import cn.jinshan.chronicle.site.KeptPages.Asked;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class KeptPagesTest {

    private static final int PAGE = 5000;

    /** A second before midnight in Shanghai. */
    private static final Instant EVENING = Instant.parse("2024-09-03T15:59:59Z");

    private final KnownChanges changes = AllAnew.knownAt("jdbc:h2:mem:alone");
    private final Watch clock = new Watch();
    private final KeptPages pages = pages(changes);

    private KeptPages pages(KnownChanges known) {
        return new KeptPages(known, new SiteProperties(Path.of("data"), null, DataSize.ofMegabytes(1)), clock);
    }

    @Test
    void aPageIsHandedOutUntilThePublicRecordChanges() {
        var page = make("/2023", 200);
        assertThat(ask("/2023").page().join()).isSameAs(page);

        new AllAnew(changes).make();
        assertThat(ask("/2023").isNew()).isTrue();
    }

    @Test
    void aPageIsHandedOutUntilMidnight() {
        make("/2023/booklet", 200);
        assertThat(ask("/2023/booklet").isNew()).isFalse();

        clock.now = EVENING.plusSeconds(1);
        assertThat(ask("/2023/booklet").isNew()).isTrue();
    }

    @Test
    void nothingIsHandedOutWhileNobodyKnowsWhetherItStillHolds() {
        assertThat(pages(AllAnew.knownAt("jdbc:postgresql://localhost/others")).ask(key("/2023")))
                .isEmpty();
    }

    @Test
    void whoComesAfterAChangeDoesNotWaitForWhatWasBegunBefore() {
        var before = ask("/2023");
        assertThat(ask("/2023").page()).isSameAs(before.page());
        new AllAnew(changes).make();
        var after = ask("/2023");
        assertThat(after.isNew()).isTrue();

        var newer = page(200);
        pages.keep(key("/2023"), after.page(), newer);
        pages.keep(key("/2023"), before.page(), page(200));
        assertThat(ask("/2023").page().join()).isSameAs(newer);
    }

    @Test
    void whatCannotBeKeptIsMadeByEach() {
        var asked = ask("/2023");
        pages.keep(key("/2023"), asked.page(), null);

        assertThat(asked.page()).isCompletedWithValue(null);
        assertThat(ask("/2023").isNew()).isTrue();
    }

    @Test
    void tenThousandAddressesTakeNoMoreThanTheirBoundNorThePlaceOfWhatIsAskedForOften() {
        make("/2023", 200);
        for (int other = 0; other < 10_000; other++) {
            make("/search?q=" + other, 200);
            make("/entries/" + other, 404);
            if (other % 20 == 0) {
                assertThat(ask("/2023").isNew()).isFalse();
            }
        }

        assertThat(IntStream.range(0, 10_000).filter(other -> isKept("/search?q=" + other)))
                .hasSizeLessThanOrEqualTo((int) DataSize.ofMegabytes(1).toBytes() / PAGE);
        assertThat(IntStream.range(0, 10_000).filter(other -> isKept("/entries/" + other)))
                .hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void whatTurnsOutToBeAbsentIsFoundOnceByManyAtOnce() {
        for (int address = 0; address < 3_000; address++) {
            var absent = key("/entries/" + address);
            var asked = pages.ask(absent).orElseThrow();
            var others = IntStream.range(0, 3)
                    .mapToObj(other -> CompletableFuture.supplyAsync(() -> IntStream.range(0, 30)
                            .mapToObj(time -> pages.ask(absent).orElseThrow())
                            .filter(Asked::isNew)
                            .count()))
                    .toList();
            pages.keep(absent, asked.page(), page(404));

            assertThat(others).allSatisfy(other -> assertThat(other.join()).isZero());
        }
    }

    private boolean isKept(String address) {
        var asked = ask(address);
        if (asked.isNew()) {
            pages.keep(key(address), asked.page(), null);
        }
        return !asked.isNew();
    }

    private KeptPage make(String address, int status) {
        var asked = ask(address);
        assertThat(asked.isNew()).isTrue();
        var page = page(status);
        pages.keep(key(address), asked.page(), page);
        return page;
    }

    private Asked ask(String address) {
        return pages.ask(key(address)).orElseThrow();
    }

    private static KeptPage page(int status) {
        return new Page(status, PAGE);
    }

    private static PageKey key(String address) {
        var parts = address.split("\\?");
        return PageKey.of("http://localhost", parts[0], parts.length > 1 ? parts[1] : null, List.of(), null, false)
                .orElseThrow();
    }

    private record Page(int status, int weight) implements KeptPage {}

    private static class Watch extends Clock {

        private Instant now = EVENING;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
