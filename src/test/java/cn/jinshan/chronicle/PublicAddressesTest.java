package cn.jinshan.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.EventDate;
import cn.jinshan.chronicle.entries.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every public address is asked for what the public may not see. */
@WholeApplication
class PublicAddressesTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Test
    void anAddressWithoutExamplesFailsThisTest() {
        assertThat(PublicAddresses.patterns(mappings)).isEqualTo(PublicAddresses.EXAMPLES.keySet());
    }

    @Test
    void noneShowsADraftAnOldEditionOrAnUnopenedYear() {
        staff.unopened(1995);
        long unopened = staff.published(1995, "visits", "5月1日", "1995-05-01", "不可见之年");
        long draft = staff.drafted(2023, "visits", "5月18日", "2023-05-18", "不可见之稿");
        staff.drafted(14, 2023, "visits", "5月18日", "2023-05-18", "不可见之新版");
        staff.opened(1978);
        long corrected = staff.published(1978, "visits", "5月1日", "1978-05-01", "不可见之旧版");
        staff.drafted(corrected, 1978, "visits", "5月1日", "1978-05-01", "看得见的新版");
        staff.publish(corrected);

        var unseen = new Subject(Subject.Kind.PERSON, "不可见之人");
        staff.published(
                1995,
                "visits",
                new Content("不可见", "", EventDate.of("", "1995", 1995), "不可见。", "", null, List.of(unseen)));

        var ofTheCorrected = Stream.of(
                "/1978", "/1978.json", "/1978/figures", "/1978/booklet", "/entries/" + corrected, "/search?q=旧版");
        var examples = PublicAddresses.all();
        assertThat(reader.page("/1978").text()).contains("看得见的新版");
        Stream.concat(examples, ofTheCorrected).forEach(example -> {
            var address = example.replace("DRAFT", String.valueOf(draft))
                    .replace("UNOPENED", String.valueOf(unopened))
                    .replace("UNSEEN", String.valueOf(unseen.id()));
            assertThat(reader.get(address).body()).as(address).doesNotContain("不可见", "1995年");
        });
        assertThat(Reader.entries(reader.page("/2023"))).hasSize(29);
    }
}
