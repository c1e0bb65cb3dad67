package cn.jinshan.chronicle.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImprintTest {

    private static final Imprint IMPRINT = new Imprint("主办", "电话", "沪ICP备1号", "沪公网安备31 0116号", "标识", "转载");

    @Test
    void whatDiffersIsNamed() {
        assertThat(IMPRINT.differing(IMPRINT)).isEmpty();
        assertThat(IMPRINT.differing(new Imprint("主办", "", "沪ICP备1号", "", "标识", "")))
                .containsExactly("contact", "police", "licence");
        assertThat(IMPRINT.differing(new Imprint("承办", "电话", "", "沪公网安备31 0116号", "", "转载")))
                .containsExactly("publisher", "icp", "marks");
    }

    @Test
    void thePoliceLookUpTheDigitsOfTheirRecord() {
        assertThat(IMPRINT.policeDigits()).isEqualTo("310116");
    }

    @ParameterizedTest
    @CsvSource({"党政机关网站标识码：3101160001, 3101160001", "3101160001, 3101160001", "标识, ", "编号31011600012, ", "'', "})
    void theCodeOfAGovernmentSiteIsReadOutOfItsMarks(String marks, String code) {
        assertThat(new Imprint("主办", "", "", "", marks, "").siteCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, 0",
        "101, 0, 0, 0, 0, 0",
        "1, 1001, 0, 0, 0, 0",
        "1, 0, 101, 0, 0, 0",
        "1, 0, 0, 101, 0, 0",
        "1, 0, 0, 0, 201, 0",
        "1, 0, 0, 0, 0, 501"
    })
    void withoutAPublisherOrTooLongItIsRefused(
            int publisher, int contact, int icp, int police, int marks, int licence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Imprint(
                        "字".repeat(publisher),
                        "字".repeat(contact),
                        "字".repeat(icp),
                        "字".repeat(police),
                        "字".repeat(marks),
                        "字".repeat(licence)));
    }
}
