package cn.jinshan.chronicle.entries;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Texts as long as in a real chronicle, of some thousand different words: titles of 10 to 40 characters, texts of 70 to
 * 400, and easy-read texts for a third.
 */
class LongTexts extends GeneratedTexts {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private static final int SHORTEST = 120;
    private static final int LONGEST = 400;

    private static final List<String> TITLES = List.of(
            "{town}{thing}{gathering}",
            "{leader}{name}走访慰问{town}{people}{name}",
            "{organisation}赴{town}调研{thing}工作",
            "第{number}届{thing}技能竞赛{prize}",
            "{town}举办{number}期残疾人{craft}培训班",
            "{organisation}来{town}开展“{motto}”{thing}{gathering}",
            "{people}{name}获全国{sport}比赛{prize}",
            "为{number}名{people}提供{thing}",
            "{town}{place}揭牌暨{thing}{gathering}",
            "“{motto}”助残项目走进{town}{place}");

    private static final List<String> SENTENCES = List.of(
            "{leader}{name}到{town}走访慰问{people}{name}，送上{gift}和{gift}，询问其{need}和{need}。",
            "{organisation}在{town}{place}举办{thing}{gathering}，{number}名{people}和{people}参加。",
            "会上，{leader}{name}回顾了{thing}、{thing}等方面的{achievement}，{leader}{name}部署下一阶段{thing}工作。",
            "{people}{name}在{sport}比赛中获{prize}，{people}{name}在{sport}比赛中获{prize}。",
            "培训班为期{number}天，开设{craft}、{craft}和{craft}课程，{number}名学员结业，其中{number}人当场{outcome}。",
            "{organisation}{leader}{name}一行实地走访{town}{place}和{place}，了解{thing}开展情况，并就{thing}提出{number}条建议。",
            "活动现场，志愿者{name}、{name}为{people}提供{thing}、{thing}和{thing}，发放{gift}{number}份。",
            "{town}{place}新增{gift}{number}件，{people}凭证即可{outcome}。",
            "{people}{name}今年{number}岁，住在{town}，因{need}多年没有出门；经{organisation}帮助，{outcome}。",
            "项目以“{motto}”为主题，由{organisation}与{town}{place}共同承办，计划{number}年内覆盖{number}个村居。",
            "{organisation}投入{number}万元，用于{thing}和{thing}，惠及{people}{number}人次。",
            "与会人员参观了{place}和{place}，观看了{people}表演的{craft}，对{achievement}给予肯定。",
            "双方就{thing}、{thing}和{thing}深入交流，签订了“{motto}”共建协议。",
            "截至年底，{town}共有{number}名{people}{outcome}，比上年增加{number}名。");

    private static final List<String> EASY = List.of(
            "{name}是{town}的{people}。",
            "{name}{outcome}。",
            "{organisation}办了活动。",
            "{number}个人来到{place}。",
            "大家收到了{gift}。",
            "老师教大家{craft}。",
            "{name}得了{prize}。",
            "{leader}{name}看望了大家。",
            "大家说了自己的{need}。");

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("town", TOWNS),
            words("leader", "副区长 区人大副主任 区政协副主席 理事长 副理事长 党组书记 镇长 街道办事处主任 康复科科长 教育局局长 社工站站长 院长 副院长 秘书长"),
            words(
                    "organisation",
                    "区残联 市残联 区盲人协会 区聋人协会 区肢残人协会 区智力残疾人亲友会 区精神残疾人亲友会 区卫生健康委 区民政局 区教育局 区人力资源社会保障局"
                            + " 区红十字会 区慈善基金会 团区委 区妇联 区总工会 市康复医院 市辅助器具中心 区文化馆 区图书馆 区体育局 区法律援助中心 邻市残联 供电公司志愿队"),
            words(
                    "place",
                    "社区卫生服务中心 社区事务受理服务中心 阳光家园 党群服务中心 残疾人见习基地 综合为老服务中心 图书分馆 文化广场 康复训练室 特殊教育学校 幼儿园特教班"
                            + " 农家书屋 果蔬合作社 手工作坊 体育健身点 无障碍公园 社区食堂 残疾人驿站 盲人按摩店 托养中心 渔人码头 老年大学 志愿者之家 长途汽车站"),
            words(
                    "people",
                    "残疾人 盲人 聋人 肢体残疾人 智力残疾人 精神残疾人 残疾儿童 重度残疾人 残疾学生 残疾职工 轮椅使用者 残疾人家属 助残社工 志愿者 退休职工 残疾老人"
                            + " 手语翻译 特教老师 康复医师 残疾人运动员 农村残疾人 残疾人大学生 困难家庭 单亲母亲"),
            words(
                    "thing",
                    "辅助器具适配 免费健康体检 无障碍设施改造 家庭病床 就业援助 法律援助 心理疏导 手语翻译服务 听力检测 白内障筛查 假肢安装 康复训练 送教上门 居家养护 临时救助"
                            + " 文艺展演 书画展览 读书交流 电影无障碍放映 趣味运动会 盲道排查 志愿服务 政策宣讲 防汛演练 消防培训 义诊咨询 理发修鞋 家电维修 防诈骗讲座"
                            + " 残疾人证换领 两项补贴核对 动态更新调查 轮椅维修 助听器验配 导盲杖发放 早期筛查 孤独症干预 社区融合 出行预约 采摘体验"),
            words("gathering", "座谈会 启动仪式 推进会 现场会 培训会 表彰会 招聘会 展示活动 联谊活动 交流活动 主题活动 观摩会 总结会 签约仪式"),
            words(
                    "craft",
                    "电子商务 手工编织 中式面点 农民画 剪纸 陶艺 插花 盲人按摩 咖啡制作 短视频剪辑 直播带货 烘焙 茶艺 书法 竹编 刺绣 蓝印花布 木雕 养蜂 果树栽培 食用菌栽培"
                            + " 水产养殖 打字录入 客户服务 汽车美容 服装裁剪 皮影 沪剧 快板 合唱 葫芦丝 手语舞"),
            words("sport", "坐式排球 轮椅篮球 乒乓球 羽毛球 游泳 田径 举重 射箭 飞镖 象棋 围棋 盲人门球 柔力球 排舞 太极拳 健身操 滚球 硬地掷球 旱地冰壶 自行车 皮划艇 跆拳道"),
            words("prize", "金牌 银牌 铜牌 冠军 亚军 季军 一等奖 二等奖 三等奖 优秀奖 团体第一名 团体第三名 最佳组织奖 个人第二名 提名奖 破全国纪录"),
            words("gift", "慰问金 大米 食用油 棉被 轮椅 助听器 助视器 电子血压计 手杖 收音机 学习用品 书包 鲜花 月饼 粽子 年货 雨伞 药箱 急救包 扶手 洗澡椅 闪光门铃 语音手机 春联"),
            words("need", "身体状况 家庭收入 康复需求 就业意愿 住房条件 子女上学 就医配药 出行困难 护理负担 补贴发放 轮椅更换 听力下降 视力下降 脊髓损伤 小儿麻痹 脑卒中后遗症 车祸受伤 骨折"),
            words("achievement", "成绩 经验 做法 特色 不足 变化 进展 亮点 组织建设 队伍建设 规范管理 数字化转型 长三角合作 精准服务"),
            words(
                    "outcome",
                    "找到了工作 领到了证书 装上了假肢 坐上了新轮椅 开了网店 学会了手艺 考上了大学 重新站了起来 走出了家门 参加了演出 得到了补贴 办好了手续 免费借用 当天取件"
                            + " 搬进了新家 达成就业意向 签了合同 听见了声音"),
            words("motto", "阳光助残 爱心守护 点亮光明 有爱无碍 牵手同行 温暖到家 结对走基层 为群众办实事 暖心敲门 春风行动 自强之星 最后一公里 共享芬芳 文化进家庭"));

    private static Map.Entry<String, List<String>> words(String slot, String words) {
        return Map.entry(slot, List.of(words.split(" ")));
    }

    @Override
    String title(Random random) {
        return filled(any(TITLES, random), random);
    }

    @Override
    String body(Random random) {
        return prose(SENTENCES, SHORTEST + random.nextInt(LONGEST - SHORTEST), random);
    }

    @Override
    String easyRead(Random random) {
        return happens(33, random) ? prose(EASY, 40, random) : "";
    }

    private static String prose(List<String> sentences, int length, Random random) {
        var prose = new StringBuilder(filled(any(sentences, random), random));
        for (var next = filled(any(sentences, random), random);
                prose.length() + next.length() <= length;
                next = filled(any(sentences, random), random)) {
            prose.append(next);
        }
        return prose.toString();
    }

    private static String filled(String pattern, Random random) {
        return SLOT.matcher(pattern).replaceAll(slot -> switch (slot.group(1)) {
            case "number" -> String.valueOf(2 + random.nextInt(random.nextInt(500) + 1));
            case "name" -> name(random);
            default -> any(WORDS.get(slot.group(1)), random);
        });
    }

    private static String name(Random random) {
        return "" + character(ChronicleGenerator.SURNAMES, random)
                + character(ChronicleGenerator.GIVEN, random)
                + character(ChronicleGenerator.GIVEN, random);
    }

    private static char character(String of, Random random) {
        return of.charAt(random.nextInt(of.length()));
    }
}
