package cn.jinshan.chronicle.entries;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of generated entries: brief ones of few sentences, for whatever does not depend on their words. */
class GeneratedTexts {

    static final List<String> TOWNS =
            List.of("东浦镇", "西浦镇", "南桥镇", "北桥镇", "新港镇", "老港镇", "云林镇", "枫溪镇", "海湾镇", "盐铁街道", "渔村街道");
    private static final List<String> DOINGS =
            List.of("助残帮扶座谈会", "辅助器具适配服务", "免费健康体检", "就业技能培训班", "康复机构走访", "书画作品展", "无障碍设施体验", "送教上门", "残疾人运动会", "惠民演出");
    private static final List<String> SENTENCES = List.of(
            "区残联理事长一行走访慰问困难残疾人家庭，送上慰问金和生活用品，详细询问他们的身体状况、家庭收入和康复需求。",
            "活动现场，志愿者为残疾朋友提供听力检测、血压测量、理发和小家电维修等便民服务，受到大家的欢迎。",
            "会议总结了上一阶段的残疾人工作，分析了存在的困难和不足，并对下一阶段的重点任务作出部署。",
            "来自全区各街镇的残疾人代表、助残社工和志愿者共一百二十余人参加。",
            "培训班为期五天，开设电子商务、手工编织和中式面点三门课程，二十六名学员全部结业。",
            "与会人员参观了康复训练室和手工作坊，对无障碍环境建设提出了意见和建议。",
            "区残疾人选手顽强拼搏，在多个项目中取得优异成绩，展现了自强不息的精神风貌。",
            "下一步，区残联将继续完善服务网络，让更多残疾人在家门口得到精准、便利的服务。");

    String title(Random random) {
        return any(TOWNS, random) + any(DOINGS, random) + (happens(30, random) ? "暨" + any(DOINGS, random) : "");
    }

    String body(Random random) {
        return prose(1 + random.nextInt(4), random);
    }

    /** Empty for some. */
    String easyRead(Random random) {
        return happens(70, random) ? prose(1, random) : "";
    }

    private static String prose(int sentences, Random random) {
        return IntStream.range(0, sentences)
                .mapToObj(i -> any(SENTENCES, random))
                .collect(Collectors.joining());
    }

    static boolean happens(int percent, Random random) {
        return random.nextInt(100) < percent;
    }

    static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
