package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.entries.VersionedEntity;
import cn.jinshan.chronicle.text.FoldedText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names of the same thing, such as 残联 and 残疾人联合会: a search for one of them also finds the others. */
@Entity
public class NameGroup extends VersionedEntity {

    /** Greatest length of a name, in characters. */
    public static final int LONGEST_NAME = 40;

    /** Greatest number of names beside the main one. */
    public static final int MOST_OTHERS = 20;

    private String name;

    /** All names of the group, by their {@link #key}; it is unique in the database, so that no two groups share one. */
    @ElementCollection
    @CollectionTable(name = "name_form", joinColumns = @JoinColumn(name = "name_group_id"))
    @MapKeyColumn(name = "folded")
    @Column(name = "form")
    private Map<String, String> forms = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected NameGroup() {}

    /**
     * @param name the main name, with more than marks in it, at most {@value #LONGEST_NAME} characters, in no other
     *     group
     * @param others the other names, at least one, at most {@value #MOST_OTHERS}; each must be valid as a name
     */
    public NameGroup(String name, Collection<String> others) {
        say(name, others);
    }

    /** Changes the names, under the same rules as those of a new group. */
    public final void change(String name, Collection<String> others) {
        say(name, others);
    }

    private void say(String name, Collection<String> others) {
        var all = new LinkedHashMap<String, String>();
        Stream.concat(Stream.of(name), others.stream()).forEach(each -> all.putIfAbsent(key(each), each));
        if (all.containsKey("")
                || all.values().stream().anyMatch(each -> each.length() > LONGEST_NAME)
                || all.size() < 2
                || all.size() > MOST_OTHERS + 1) {
            throw new IllegalArgumentException("A group needs two names or more, short enough");
        }
        this.name = name;
        forms.keySet().retainAll(all.keySet());
        forms.putAll(all);
    }

    /** What two names have in common if a search cannot tell them apart; empty for nothing but marks. */
    static String key(String name) {
        return FoldedText.forSearch(name).text();
    }

    public String name() {
        return name;
    }

    /** The names beside the main one, longest first. */
    public List<String> others() {
        return forms.values().stream()
                .filter(form -> !form.equals(name))
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(form -> form))
                .toList();
    }

    /** All names, the main one first. */
    public List<String> names() {
        return Stream.concat(Stream.of(name), others().stream()).toList();
    }
}
