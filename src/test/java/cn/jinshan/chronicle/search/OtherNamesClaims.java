package cn.jinshan.chronicle.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinshan.chronicle.entries.OnADatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/** The other names of things, as the migrations leave them and as they change. */
public abstract class OtherNamesClaims extends OnADatabase {

    @Autowired
    NameGroups groups;

    @Test
    void theGroupsOfTheMigrationsKeepTheirRules() {
        assertThat(groups.groups())
                .hasSizeGreaterThan(100)
                .contains(
                        List.of("残联", "残疾人联合会"),
                        List.of("亚残运会", "亚洲残疾人运动会", "亚残会", "亚运会"),
                        List.of("区残联", "金山区残疾人联合会", "区残疾人联合会", "金山区残联", "金山残联"),
                        List.of("“三阳”机构", "阳光之家", "阳光基地", "阳光家园", "阳光心园"))
                .allSatisfy(names -> assertThat(new NameGroup(names.get(0), names.subList(1, names.size())).names())
                        .isEqualTo(names));
    }

    @Test
    void theMigrationsFoldEachNameAsASearchDoes() {
        assertThat(database.createQuery("select key(f), value(f) from NameGroup g join g.forms f", Object[].class)
                        .getResultList())
                .hasSizeGreaterThan(400)
                .allSatisfy(row -> assertThat(row[0]).isEqualTo(NameGroup.key((String) row[1])));
    }

    @Test
    void aGroupThatChangesHasAnotherVersionThoughOnlyItsOtherNamesDid() {
        var group = groups.saveAndFlush(new NameGroup("甲乙", List.of("丙")));
        database.clear();
        var changed = groups.forChange(group.id()).orElseThrow();
        changed.change("甲乙", List.of("丙", "戊Ｊ"));
        flushAndClear();

        var now = groups.findById(group.id()).orElseThrow();
        assertThat(now.names()).containsExactly("甲乙", "戊Ｊ", "丙");
        assertThatThrownBy(() -> now.refuseStale(group.version()))
                .isInstanceOf(ObjectOptimisticLockingFailureException.class);
        now.change("丙", List.of("甲乙"));
        flushAndClear();
        assertThat(groups.groups()).filteredOn(names -> names.contains("丙")).containsExactly(List.of("丙", "甲乙"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into name_group (name) values ('残联')",
                "insert into name_group (name) values ('')",
                "insert into name_form (folded, form, name_group_id) select '残疾人联合会', '甲', max(id) from name_group",
                "insert into name_form (folded, form, name_group_id) select '', '甲', max(id) from name_group",
                "insert into name_form (folded, form, name_group_id) select '甲', '', max(id) from name_group",
                "insert into name_form (folded, form, name_group_id) values ('甲', '甲', 99999)"
            })
    void whatIsNoGroupIsRefusedByTheDatabase(String sql) {
        assertRefused(sql);
    }
}
