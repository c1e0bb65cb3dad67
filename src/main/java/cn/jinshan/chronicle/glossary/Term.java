package cn.jinshan.chronicle.glossary;

import cn.jinshan.chronicle.entries.VersionedEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A word of the chronicle that is explained to its readers (WCAG 2.2, 3.1.3 and 3.1.4). */
@Entity
public class Term extends VersionedEntity {

    /** Greatest length of a name or other form, in characters. */
    public static final int LONGEST_FORM = 40;

    /** Greatest number of forms beside the name. */
    public static final int MOST_FORMS = 20;

    /** Greatest length of the explanation, in characters. */
    public static final int LONGEST_EXPLANATION = 300;

    private String name;

    private String explanation;

    /** All forms of the term with its name; unique in the database, so that no two terms share one. */
    @ElementCollection
    @CollectionTable(name = "term_form", joinColumns = @JoinColumn(name = "term_id"))
    @Column(name = "form")
    private Set<String> forms = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Term() {}

    /**
     * @param name not blank, at most {@value #LONGEST_FORM} characters, no form of another term
     * @param forms the other forms, at most {@value #MOST_FORMS}; each must be valid as a name
     * @param explanation in plain language, not blank, at most {@value #LONGEST_EXPLANATION} characters
     */
    public Term(String name, Collection<String> forms, String explanation) {
        say(name, forms, explanation);
    }

    /** Changes the term, under the same rules as a new one. */
    public final void change(String name, Collection<String> forms, String explanation) {
        say(name, forms, explanation);
    }

    private void say(String name, Collection<String> forms, String explanation) {
        var all = new LinkedHashSet<>(List.of(name));
        all.addAll(forms);
        if (all.stream().anyMatch(form -> form.isBlank() || form.length() > LONGEST_FORM)
                || forms.size() > MOST_FORMS
                || explanation.isBlank()
                || explanation.length() > LONGEST_EXPLANATION) {
            throw new IllegalArgumentException("A term needs a name and an explanation, short enough");
        }
        this.name = name;
        this.explanation = explanation;
        this.forms.retainAll(all);
        this.forms.addAll(all);
    }

    public String name() {
        return name;
    }

    public String explanation() {
        return explanation;
    }

    /** The forms beside the name, longest first. */
    public List<String> otherForms() {
        return forms.stream()
                .filter(form -> !form.equals(name))
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(form -> form))
                .toList();
    }
}
