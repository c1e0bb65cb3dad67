package cn.jinshan.chronicle.entries;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A branch (栏目) of one year's chronicle. Its slug joins the years. */
@Entity
public class Section {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    private Chronicle chronicle;

    private String slug;

    private String title;

    private int position;

    @Enumerated(EnumType.STRING)
    private Tone tone;

    @SuppressWarnings("NullAway.Init")
    protected Section() {}

    /**
     * @param slug its part of an address: lower-case letters, digits and hyphens, at most 60, starting with a letter
     * @param title not empty
     * @param position its place among the sections of the year, from 1
     */
    public Section(Chronicle chronicle, String slug, String title, int position, Tone tone) {
        if (!SLUG.matcher(slug).matches() || title.isBlank() || position < 1) {
            throw new IllegalArgumentException("A section needs a slug, a title and a position from 1");
        }
        this.chronicle = chronicle;
        this.slug = slug;
        this.title = title;
        this.position = position;
        this.tone = tone;
    }

    @Nullable
    Long id() {
        return id;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    String slug() {
        return slug;
    }

    String title() {
        return title;
    }

    int position() {
        return position;
    }

    Tone tone() {
        return tone;
    }
}
