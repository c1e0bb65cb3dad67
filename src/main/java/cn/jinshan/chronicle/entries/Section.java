package cn.jinshan.chronicle.entries;

import static cn.jinshan.chronicle.entries.RefusedException.refuseIf;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.Assert;

/** Section (栏目) of one year's chronicle. Sections of different years with the same slug belong together. */
@Entity
public class Section extends VersionedEntity {

    /** Regular expression of a valid slug. */
    public static final String SLUGS = "[a-z][a-z0-9-]{0,59}";

    private static final Pattern SLUG = Pattern.compile(SLUGS);

    @ManyToOne(fetch = FetchType.LAZY)
    private Chronicle chronicle;

    private String slug;

    private String title;

    private String titleEn = "";

    private int position;

    @Enumerated(EnumType.STRING)
    private Tone tone;

    @SuppressWarnings("NullAway.Init")
    protected Section() {}

    /**
     * @param slug its part of an address: lower-case letters, digits and hyphens, at most 60, starting with a letter
     * @param title not empty; it has no English one yet
     * @param position its place among the sections of the year, from 1
     */
    public Section(Chronicle chronicle, String slug, String title, int position, Tone tone) {
        Assert.isTrue(SLUG.matcher(slug).matches() && position >= 1, "A section needs a slug and a position from 1");
        this.chronicle = chronicle;
        this.slug = slug;
        this.position = position;
        describe(title, "", tone);
    }

    /** As {@link Chronicle#describe(Section, String, String, Tone)}, which knows the others. */
    final void describe(String title, String titleEn, Tone tone) {
        Assert.hasText(title, "A section needs a title");
        this.title = title;
        this.titleEn = titleEn;
        this.tone = tone;
    }

    /**
     * Gives it another part of an address. Once an edition stands in it, addresses may lead there, and other years be
     * joined to it, so that its slug is fixed.
     *
     * @param slug as in the constructor
     * @param used whether any edition, whatever its state, stands in it
     * @throws RefusedException if it is used and the slug another
     */
    public void readdress(String slug, boolean used) {
        Assert.isTrue(SLUG.matcher(slug).matches(), "A section needs a slug");
        refuseIf(used && !slug.equals(this.slug), "slugFixed");
        this.slug = slug;
    }

    /** Which of slug, title, English title and tone would be others than they are, in this order. */
    public List<String> differing(String slug, String title, String titleEn, Tone tone) {
        var differing = new ArrayList<String>();
        if (!slug.equals(this.slug)) {
            differing.add("slug");
        }
        if (!title.equals(this.title)) {
            differing.add("title");
        }
        if (!titleEn.equals(this.titleEn)) {
            differing.add("english");
        }
        if (tone != this.tone) {
            differing.add("tone");
        }
        return differing;
    }

    void standAt(int position) {
        this.position = position;
    }

    /** The section as staff see it, with the number of entries that have an edition in it. */
    public EditorialSection asWritten(long entries) {
        return new EditorialSection(PublishedSection.of(this), version(), entries);
    }

    public Chronicle chronicle() {
        return chronicle;
    }

    public String slug() {
        return slug;
    }

    String title() {
        return title;
    }

    /** Its title on English pages; empty where that is the Chinese one. */
    String titleEn() {
        return titleEn;
    }

    /** Its place among the sections of the year, from 1. */
    public int position() {
        return position;
    }

    Tone tone() {
        return tone;
    }
}
