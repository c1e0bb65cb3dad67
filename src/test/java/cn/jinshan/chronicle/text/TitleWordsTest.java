package cn.jinshan.chronicle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleWordsTest {

    private static final List<String> NAMES =
            List.of("葛钧", "杜松全", "陈雪峰", "汤艳", "朱喜林", "杭州亚残运会", "中国残疾人联合会", "上海市残疾人文化体育促进中心");

    private final TitleWords words = new TitleWords(NAMES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "副区长|葛钧|走访|慰问|残疾人|陈雪峰",
                "区人大|副主任|朱喜林|走访|调研|残疾人|工作",
                "市残联|党组|成员、|副理事长|汤艳|来金|调研",
                "5月18日 市残联|党组|书记|杜松全|来金|调研",
                "8月3日 市残疾人|文化|体育|促进|中心|来金|调研",
                "“市残联”|来金",
                "杭州亚残运会|一金一铜",
                "中国残疾人联合会|第八次|全国|代表大会",
                "金山区|第33次|“全国|助残日”|文艺展演",
                "2023年|金山区|政府|残工委|（扩大）|会议|暨区残联|第六届|主席团|第二次|全体会议",
                "第七届|全国|残疾人|技能大赛|文本|处理|（打字员）|项目|第一名",
                "2023|坐式排球|世界杯|女子组|冠军",
                "“看得见”的|关怀",
                "金山区|残疾人|事业|发展|大事记",
                "上海市|残疾人|文化|体育|促进|中心",
                "送康复|进校园",
                "高光|时刻",
                "史为",
                "好",
            })
    void aTitleIsDividedWherePeoplePauseAndNowhereInANameANumberOrBesideItsMarks(String divided) {
        var title = divided.replace("|", "");

        assertThat(String.join("|", words.of(title))).isEqualTo(divided);
        assertThat(String.join("", words.of(title))).isEqualTo(title);
    }

    @Test
    void aNameIsKeptWholeOnceItIsKnown() {
        var unknown = words.of("走访语聆儿童康复中心");
        var known = words.knowing(List.of("语聆儿童康复中心"));

        assertThat(unknown).hasSizeGreaterThan(3);
        assertThat(known.of("走访语聆儿童康复中心")).containsExactly("走访", "语聆儿童康复中心");
        assertThat(known.knowing(List.of("语聆儿童康复中心"))).isSameAs(known);
    }

    @Test
    void otherScriptsBreakAsTheyDoAnyway() {
        assertThat(words.of("Meetings and events")).containsExactly("Meetings and events");
        assertThat(words.of("关于WeChat 8.0使用的通知")).contains("WeChat 8.0").doesNotContain("We", "Chat");
        assertThat(words.of("")).isEmpty();
        assertThat(words.of(" \t")).containsExactly(" \t");
        assertThat(String.join("|", words.of("𠮷𠮷村的𠮷"))).doesNotContainPattern("[\\ud800-\\udbff]\\|");
    }

    @Test
    void noWordIsMuchLongerThanEightCharacters() {
        var title = "关于进一步加强全区残疾人基本康复服务和辅助器具适配补贴工作的实施意见";

        assertThat(words.of(title)).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(8));
    }
}
