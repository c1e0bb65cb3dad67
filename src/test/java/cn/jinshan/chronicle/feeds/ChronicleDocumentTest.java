package cn.jinshan.chronicle.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.WholeApplication;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.Subject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@WholeApplication
class ChronicleDocumentTest {

    @Autowired
    Reader reader;

    @Autowired
    Staff staff;

    @Autowired
    ObjectMapper json;

    @Test
    void theDocumentHoldsTheWholeYearInTheOrderOfTheArticle() {
        var document = document("/2023.json");

        assertThat(document.propertyNames())
                .containsExactly("year", "title", "introduction", "source", "sections", "subjectNotes", "entries");
        assertThat(document.get("source").toString())
                .isEqualTo("{\"publisher\":\"金山残联\",\"title\":\"回顾2023！金山区残疾人事业发展大事记\",\"published\":\"2024-08-28\"}");
        assertThat(document.get("sections").get(0).toString())
                .isEqualTo("{\"slug\":\"achievements\",\"title\":\"高光时刻\",\"position\":1,\"tone\":\"gold\"}");
        assertThat(document.get("subjectNotes")).hasSize(4);
        assertThat(document.get("entries").findValuesAsString("id"))
                .hasSize(29)
                .isSortedAccordingTo((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
    }

    @Test
    void anEntryIsWrittenAsTheImporterReadsIt() {
        var entry = document("/2023.json").get("entries").get(22);

        assertThat(entry.toString())
                .isEqualTo("{\"id\":23,\"section\":\"services\",\"position\":2,\"title\":\"免费健康体检\","
                        + "\"date\":{\"wording\":\"3月\",\"edtf\":\"2023-03\"},"
                        + "\"body\":\"组织1700名残疾人到市养志康复医院免费体检。\","
                        + "\"easyTitle\":\"残疾人做体检，不收钱\","
                        + "\"easyRead\":\"3月，有1700名残疾人做了体检。体检在市养志康复医院。体检不收钱。\","
                        + "\"subjects\":[{\"kind\":\"organisation\",\"name\":\"上海市养志康复医院\"}],"
                        + "\"edition\":1,\"published\":\"2024-08-27T16:00:00Z\"}");
    }

    @Test
    void noNoteTellsOfWhomTheIndexDoesNotList() {
        var unlisted = new Subject(Subject.Kind.PERSON, "不具名者");
        unlisted.describe("住在某村", false);
        staff.opened(1970);
        staff.published(
                1970,
                "visits",
                new Content("走访", "5月", EventDate.of("5月", "1970-05", 1970), "走访。", "", "", null, List.of(unlisted)));

        assertThat(reader.get("/1970.json").body()).contains("不具名者").doesNotContain("住在某村");
        assertThat(document("/1970.json").get("subjectNotes")).isEmpty();
        assertThat(document("/1970.json").get("entries").get(0).has("easyTitle"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/2023.json?month=5, '11,12,14,24'",
        "/2023.json?order=newest&month=5, '11,12,14,24'",
        "/2023.json?section=visits&section=services&month=7, '16,17,18,27'",
        "/2023.json?month=4, ''",
    })
    void itIsFilteredLikeTheTimeline(String address, String ids) {
        assertThat(String.join(",", document(address).get("entries").findValuesAsString("id")))
                .isEqualTo(ids);
    }

    @Test
    void theAddressSaysThatDataIsWanted() {
        assertThat(reader.get("/2023.json", "Accept", "text/html").headers().firstValue("Content-Type"))
                .hasValue("application/json");
    }

    @Test
    void aProblemNamesAnyAddressThatWasAskedFor() {
        assertThat(json.readTree(reader.send("GET", "/x%5B%20.json").body())
                        .get("instance")
                        .asString())
                .isEqualTo("/x%5B%20.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1999.json", "/2023.json?month=13", "/2023.json?section=x", "/nothing.json"})
    void whatIsNotThereIsAProblemInTheReadersLanguage(String address) {
        var answer = reader.get(address, "Accept-Language", "en");
        var problem = json.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("instance").asString()).isEqualTo(address.replaceFirst("\\?.*", ""));
        assertThat(problem.get("detail").asString()).startsWith("We could not find this page.");
        assertThat(StreamSupport.stream(problem.propertyNames().spliterator(), false))
                .doesNotContain("trace", "exception", "path");
    }

    private JsonNode document(String address) {
        return json.readTree(reader.get(address).body());
    }
}
