package cn.jinshan.chronicle.search;

import static java.util.Comparator.comparing;

import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.site.ListAdministration;
import cn.jinshan.chronicle.text.Pinyin;
import cn.jinshan.chronicle.text.Reading;
import cn.jinshan.chronicle.text.StoredTexts;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service with which administrators manage the other names by which a search finds the same. */
@Service
@Transactional
class OtherNamesAdministration
        implements ListAdministration<OtherNamesAdministration.Names, NameGroupForm>, StoredTexts {

    /**
     * Names of the same thing.
     *
     * @param name the main one
     */
    record Names(long id, long version, String name, List<String> others) implements Listed {

        private static Names of(NameGroup group) {
            return new Names(group.id(), group.version(), group.name(), group.others());
        }
    }

    private final NameGroups groups;
    private final PublicChanges changes;
    private final Journal journal;

    OtherNamesAdministration(NameGroups groups, PublicChanges changes, Journal journal) {
        this.groups = groups;
        this.changes = changes;
        this.journal = journal;
    }

    /** All groups, in the order of a dictionary. */
    @Override
    @Transactional(readOnly = true)
    public List<Names> all() {
        return groups.all().stream()
                .map(Names::of)
                .sorted(comparing((Names names) -> Reading.of(Pinyin.of(names.name()), names.name()))
                        .thenComparing(Names::name))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Names find(long id) {
        return groups.findById(id).map(Names::of).orElseThrow(() -> new NotPublicException("name group"));
    }

    @Override
    public void add(NameGroupForm form) {
        note("name-group.added", groups.saveAndFlush(new NameGroup(form.name, form.otherNames())));
    }

    @Override
    public void change(long id, NameGroupForm form) {
        var group = groups.forChange(id).orElseThrow(() -> new NotPublicException("name group"));
        group.refuseStale(form.seen());
        group.change(form.name, form.otherNames());
        note("name-group.changed", groups.saveAndFlush(group));
    }

    @Override
    public void remove(long id, long seen) {
        groups.forChange(id).ifPresent(group -> {
            group.refuseStale(seen);
            groups.delete(group);
            note("name-group.removed", group);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<StoredText> action) {
        groups.all().forEach(group -> action.accept(StoredText.of(thing(group), String.join("\n", group.names()))));
    }

    private void note(String verb, NameGroup group) {
        journal.write(verb, thing(group), null);
        changes.note(PublicChange.Kind.OTHER_NAMES, group.id());
    }

    private static String thing(NameGroup group) {
        return "name-group " + group.id();
    }
}
