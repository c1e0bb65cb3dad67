package cn.jinshan.chronicle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinshan.chronicle.Reader;
import cn.jinshan.chronicle.WholeApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the source article of 2023 says, typed from the article itself, against what the pages serve. */
@WholeApplication
class FactsTest {

    @Autowired
    Reader reader;

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            1  | 原文未注明 | 杭州亚残运会一金一铜 | 高光时刻 | 李婷 李雷 坐式排球 金牌 铜牌
            2  | 原文未注明 | 2023坐式排球世界杯女子组冠军 | 高光时刻 | 李婷 女子组冠军
            3  | 原文未注明 | 2023年亚洲坐式排球锦标赛冠军 | 高光时刻 | 李婷 法国巴黎残奥会
            4  | 原文未注明 | 第七届全国残疾人技能大赛文本处理（打字员）项目第一名 | 高光时刻 | 陈雪峰 第一名
            5  | 原文未注明 | 中国残疾人联合会第八次全国代表大会 | 高光时刻 | 何晓英 上海代表团
            6  | 原文未注明 | “2023感动上海年度人物”提名奖 | 高光时刻 | 陆学峰 兼职副理事长
            7  | 原文未注明 | 上海市残疾人排舞比赛一等奖 | 高光时刻 | 一等奖
            8  | 原文未注明 | 2023年上海市残疾人柔力球比赛二等奖 | 高光时刻 | 第十三届残疾人健身周 二等奖
            9  | 原文未注明 | 第五届上海市辅助器具职业技能竞赛团体三等奖 | 高光时刻 | 团体三等奖
            10 | 2月3日 | 2023年度残联系统工作会议 | 重要会议活动 | 2022年 2023年重点工作
            11 | 5月18日 | 金山区第33次“全国助残日”文艺展演 | 重要会议活动 | 上海中侨职业技术大学 我为群众办实事 助医出行
            12 | 5月20日 | 残疾人就业专场招聘会 | 重要会议活动 | 近100名 高新区
            13 | 10月8日 | 2023年金山区政府残工委（扩大）会议暨区残联第六届主席团第二次全体会议 | 重要会议活动 | 第六次代表大会 权益保障
            14 | 5月18日 | 市残联党组书记杜松全来金调研 | 走访调研 | 杜松全 心启航惠民服务社 上海联中食用菌专业合作社
            15 | 6月19日 | 上海市养志康复医院来金开展“结对走基层”活动 | 走访调研 | 柴小军 祁奇 张堰镇社区卫生服务中心 最后一公里
            16 | 7月5日 | 副区长葛钧走访慰问残疾人陈雪峰 | 走访调研 | 葛钧 陈雪峰 吕巷镇 第七届 第一名
            17 | 7月13日 | 区人大副主任朱喜林走访调研残疾人工作 | 走访调研 | 朱喜林 见习基地 农民画培训班
            18 | 7月18日 | 平湖市残联来金交流残疾人工作 | 走访调研 | 孙林英 莫林建 长三角一体化
            19 | 8月3日 | 市残疾人文化体育促进中心来金调研 | 走访调研 | 龚佳韬 龚永骏 石化街道社区卫生服务中心 山阳镇
            20 | 9月4日 | 市残联党组成员、副理事长汤艳来金调研 | 走访调研 | 汤艳 吴萍 待泾村综治工作中心 朱泾镇社区事务受理服务中心
            21 | 11月1日 | 区残联领导慰问亚残运会坐式排球金牌、铜牌选手 | 走访调研 | 史为 金新弟 李婷 李雷 上海市残疾人体育训练中心
            22 | 春节前夕 | 春节慰问 | 温暖瞬间 | 退休职工 困难残疾人
            23 | 3月 | 免费健康体检 | 温暖瞬间 | 1700名 市养志康复医院
            24 | 5月 | 助医出行 | 温暖瞬间 | 就医难 配药难
            25 | 6月 | “看得见”的关怀 | 温暖瞬间 | 助视类辅助器具 统一集中验配
            26 | 原文未注明 | 送康复服务上门 | 温暖瞬间 | 上门体检
            27 | 7月 | 辅具上门评估 | 温暖瞬间 | 高新区 8岁 肢体一级 轮椅
            28 | 9月 | 为困难残疾人帮办代办 | 温暖瞬间 | 重残无业 养护服务
            29 | 11月 | 送康复进校园 | 温暖瞬间 | 语聆儿童康复中心 幼儿园特教班
            """)
    void eachEntryKeepsTheFactsOfItsSource(int id, String date, String title, String section, String facts) {
        var page = reader.page("/entries/" + id);

        assertThat(page.select("h1").text()).isEqualTo(title);
        assertThat(page.select("dl > div:has(dt:contains(日期)) dd").first().text())
                .isEqualTo(date);
        assertThat(page.select("dl > div:has(dt:contains(栏目)) dd").text()).isEqualTo(section);
        assertThat(page.select(".entry-page__text").text()).contains(facts.split(" "));
        assertThat(reader.page("/2023").select("#entry-" + id + " h4").text())
                .isEqualTo(date.equals("原文未注明") ? title : date + " " + title);
    }
}
