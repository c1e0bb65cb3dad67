package cn.jinshan.chronicle;

import cn.jinshan.chronicle.changes.PublicChange;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.dates.EventDate;
import cn.jinshan.chronicle.entries.Chronicle;
import cn.jinshan.chronicle.entries.Content;
import cn.jinshan.chronicle.entries.Entry;
import cn.jinshan.chronicle.entries.RequiredReviews;
import cn.jinshan.chronicle.entries.Section;
import cn.jinshan.chronicle.entries.Tone;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

/** Those who keep the record; what they write here goes through the domain, as from any screen. */
@TestComponent
@Transactional
public class Staff {

    private static final Instant NOW = Instant.parse("2024-09-03T02:00:00Z");

    /** Nobody who has an account here. */
    private static final long AUTHOR = 7_000;

    /** Of every account that the tests make. */
    public static final String PASSWORD = "correct horse 马";

    /** A hash says how hard it was to make; at full strength, signing in was half of what the tests of staff took. */
    private static final String HASH = new Argon2PasswordEncoder(16, 32, 1, 8, 1).encode(PASSWORD);

    private final EntityManager record;
    private final PublicChanges changes;

    Staff(EntityManager record, PublicChanges changes) {
        this.record = record;
        this.changes = changes;
    }

    /** An account that can sign in with {@link #PASSWORD}; nothing more if it is there already. */
    public synchronized void account(String name, String fullName, String role) {
        record.createNativeQuery("""
                        insert into account (name, full_name, role, password)
                        select :name, :fullName, :role, :hash where not exists (select 1 from account where name = :name)""")
                .setParameter("name", name)
                .setParameter("fullName", fullName)
                .setParameter("role", role)
                .setParameter("hash", HASH)
                .executeUpdate();
    }

    /** The number of an account by its name. */
    public long number(String name) {
        return ((Number) record.createNativeQuery("select id from account where name = :name")
                        .setParameter("name", name)
                        .getSingleResult())
                .longValue();
    }

    /** A report of a reader; its number. */
    public long reported(String words) {
        record.createNativeQuery(
                        "insert into report (form_key, words, sent, standing) values (:key, :words, :now, 'OPEN')")
                .setParameter("key", UUID.randomUUID().toString())
                .setParameter("words", words)
                .setParameter("now", NOW)
                .executeUpdate();
        return ((Number) record.createNativeQuery("select max(id) from report").getSingleResult()).longValue();
    }

    /** A database that came back older; its number. */
    public long older(String known, String acknowledged) {
        record.createNativeQuery("insert into older_database (found, known, acknowledged) values (:now, :known, :last)")
                .setParameter("now", NOW)
                .setParameter("known", Instant.parse(known))
                .setParameter("last", Instant.parse(acknowledged))
                .executeUpdate();
        return ((Number) record.createNativeQuery("select max(id) from older_database")
                        .getSingleResult())
                .longValue();
    }

    /** How many reviews there have to be from now on, of new entries and of corrections. */
    public void requireReviews(int ofNew, int ofCorrections) {
        record.createNativeQuery(
                        "update settings set reviews_of_new = :n, reviews_of_corrections = :c, version = version + 1")
                .setParameter("n", ofNew)
                .setParameter("c", ofCorrections)
                .executeUpdate();
    }

    /** Does something to an entry, as from any screen. */
    public void change(long number, Consumer<Entry> change) {
        change.accept(record.find(Entry.class, number));
        changes.note(PublicChange.Kind.ENTRY, number);
    }

    /** A chronicle that the public sees, with sections {@code meetings} and {@code visits}. */
    public void opened(int year) {
        chronicle(year).open(NOW);
        changes.note(PublicChange.Kind.CHRONICLE, year);
    }

    /** A chronicle that only staff see, with the same sections. */
    public void unopened(int year) {
        chronicle(year);
    }

    /** Ends the writing of a year. */
    public void close(int year) {
        record.createQuery("select c from Chronicle c where c.year = :year", Chronicle.class)
                .setParameter("year", year)
                .getSingleResult()
                .close(NOW);
        changes.note(PublicChange.Kind.CHRONICLE, year);
    }

    private Chronicle chronicle(int year) {
        var chronicle = new Chronicle(year, year + "年残疾人事业大事记", "", null);
        record.persist(chronicle);
        record.persist(new Section(chronicle, "meetings", "重要会议活动", 1, Tone.BLUE));
        record.persist(new Section(chronicle, "visits", "走访调研", 2, Tone.GREEN));
        return chronicle;
    }

    /** An entry that the public sees, where its year is opened; its number. */
    public long published(int year, String section, String wording, String edtf, String title) {
        var entry = draft(section(year, section), wording, edtf, title, null);
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        record.flush();
        changes.note(PublicChange.Kind.ENTRY, number(entry));
        return number(entry);
    }

    /** The same, whatever its content says. */
    public long published(int year, String section, Content content) {
        var entry = new Entry(null);
        content.subjects().forEach(record::persist);
        entry.write(section(year, section), 1, content, AUTHOR, NOW);
        record.persist(entry);
        entry.publish(RequiredReviews.NONE, AUTHOR, NOW);
        record.flush();
        changes.note(PublicChange.Kind.ENTRY, number(entry));
        return number(entry);
    }

    /** An entry of which the public sees nothing yet; its number. */
    public long drafted(int year, String section, String wording, String edtf, String title) {
        return number(draft(section(year, section), wording, edtf, title, null));
    }

    /** Throws away all that is open to be written or reviewed. */
    public void clearTheDesk() {
        record.createNativeQuery("delete from edition_subject where edition_id in"
                        + " (select id from edition where state in ('DRAFT', 'SUBMITTED'))")
                .executeUpdate();
        record.createNativeQuery("delete from edition where state in ('DRAFT', 'SUBMITTED')")
                .executeUpdate();
    }

    /** A whole draft of a year that these accounts wrote one after the other; its number. */
    public long draftedBy(int year, long... authors) {
        var entry = draft(section(year, "visits"), "5月18日", year + "-05-18", "走访街镇", null);
        for (int i = 0; i < authors.length; i++) {
            entry.write(
                    section(year, "visits"),
                    1,
                    content(year, "5月18日", year + "-05-18", "走访街镇，第" + i + "稿", null),
                    authors[i],
                    NOW);
        }
        record.flush();
        return number(entry);
    }

    /** Writes in an entry; empty is what is not there yet. */
    public void write(Entry entry, int year, String title, @Nullable String correction, long author) {
        entry.write(
                section(year, "visits"), 1, content(year, "5月18日", year + "-05-18", title, correction), author, NOW);
    }

    /** Writes in an entry at some time. */
    public void writeAt(Entry entry, int year, Instant then, long author) {
        entry.write(section(year, "visits"), 1, content(year, "5月18日", year + "-05-18", "走访街镇", null), author, then);
    }

    /** Writes a date in an entry that nobody can read. */
    public void unread(Entry entry, int year, long author) {
        var content = new Content("走访街镇", "下下周", null, "正文。", "", "易读。", null, List.of());
        entry.write(section(year, "visits"), 1, content, author, NOW);
    }

    /** The next edition of an entry, open beside what the public sees. */
    public void drafted(long number, int year, String section, String wording, String edtf, String title) {
        record.find(Entry.class, number)
                .write(section(year, section), 1, content(year, wording, edtf, title, "更正了个别文字"), AUTHOR, NOW);
    }

    public void publish(long number) {
        publish(number, NOW);
    }

    public void publish(long number, Instant when) {
        record.find(Entry.class, number).publish(RequiredReviews.NONE, AUTHOR, when);
        changes.note(PublicChange.Kind.ENTRY, number);
    }

    public void withdraw(long number) {
        record.find(Entry.class, number).withdraw("测试撤下的理由", null, AUTHOR, NOW);
        changes.note(PublicChange.Kind.ENTRY, number);
    }

    private Entry draft(Section section, String wording, String edtf, String title, @Nullable String correction) {
        var entry = new Entry(null);
        int year = record.createQuery("select s.chronicle.year from Section s where s = :section", Integer.class)
                .setParameter("section", section)
                .getSingleResult();
        entry.write(section, 1, content(year, wording, edtf, title, correction), AUTHOR, NOW);
        record.persist(entry);
        return entry;
    }

    private static Content content(int year, String wording, String edtf, String title, @Nullable String correction) {
        return new Content(
                title, wording, EventDate.of(wording, edtf, year), title + "的正文。", "", "", correction, List.of());
    }

    private Section section(int year, String slug) {
        return record.createQuery(
                        "select s from Section s where s.chronicle.year = :year and s.slug = :slug", Section.class)
                .setParameter("year", year)
                .setParameter("slug", slug)
                .getSingleResult();
    }

    private static long number(Entry entry) {
        var id = entry.id();
        if (id == null) {
            throw new IllegalStateException("Not saved");
        }
        return id;
    }
}
