package cn.jinshan.chronicle.entries;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Erasure of an entry (彻底删除), as the law on personal information asks for it (PIPL, article 47): all words of it go,
 * wherever they are stored; its number and the moment stay. It is plain SQL on the newest schema, on H2 and PostgreSQL,
 * in the transaction of its caller, who has checked that the entry may be erased.
 */
@Component
public class Erasure {

    /**
     * Subjects that only this entry uses: its editions mention them and no others do, or no edition mentions them any
     * more and only its earlier saves name them.
     */
    private static final String ONLY_HERE = """
            select x.id, x.name from subject x
            where not exists (select 1 from edition_subject m join edition e on e.id = m.edition_id
                where m.subject_id = x.id and e.entry_id <> ?)
            and (exists (select 1 from edition_subject m join edition e on e.id = m.edition_id
                where m.subject_id = x.id and e.entry_id = ?)
            or exists (select 1 from saved_text t
                where t.entry_id = ? and position(concat('"', x.name, '"') in t.fields) > 0)
            and not exists (select 1 from saved_text t
                where t.entry_id <> ? and position(concat('"', x.name, '"') in t.fields) > 0))
            order by x.id""";

    private static final String EDITIONS = "(select id from edition where entry_id = ?)";

    private final JdbcOperations database;

    public Erasure(JdbcOperations database) {
        this.database = database;
    }

    /**
     * What an erasure of an entry removes, in numbers; of its subjects, the names.
     *
     * @param saves earlier saved texts
     * @param copies unsaved texts of all users
     * @param reports of readers about it
     * @param names of the subjects that only this entry uses
     */
    public record Extent(long editions, long saves, long copies, long reports, List<String> names) {}

    /** What an erasure of an entry would remove now. */
    public Extent extent(long entry) {
        var names = onlyHere(entry).stream().map(Only::name).toList();
        return database.query(
                        """
                        select (select count(*) from edition where entry_id = ?),
                        (select count(*) from saved_text where entry_id = ?),
                        (select count(*) from working_copy where entry_id = ?),
                        (select count(*) from report where entry_id = ?)""",
                        (row, at) -> new Extent(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), names),
                        entry,
                        entry,
                        entry,
                        entry)
                .get(0);
    }

    /**
     * Erases an entry. One that is erased already, or was never there, stays as it is.
     *
     * @return the subjects that were removed with it, as only this entry used them
     */
    public List<Long> erase(long entry, Instant when) {
        var keys = database.query(
                "select coalesce(form_key, '') from entry where id = ? and erased is null for update",
                (row, at) -> row.getString(1),
                entry);
        if (keys.isEmpty()) {
            return List.of();
        }
        forget("entry " + entry, "/admin/entries/" + entry);
        if (!keys.get(0).isEmpty()) {
            forgetForm(keys.get(0));
        }
        for (var report : database.queryForList("select id from report where entry_id = ?", Long.class, entry)) {
            forget("report " + report, "/admin/reports/" + report);
        }
        database.update("delete from report where entry_id = ?", entry);
        var subjects = held(entry);
        database.update("delete from saved_text where entry_id = ?", entry);
        database.update("delete from working_copy where entry_id = ?", entry);
        database.update("delete from edition_subject where edition_id in " + EDITIONS, entry);
        database.update("delete from edition_author where edition_id in " + EDITIONS, entry);
        database.update("delete from review where edition_id in " + EDITIONS, entry);
        database.update("delete from edition where entry_id = ?", entry);
        subjects.forEach(this::remove);
        database.update(
                "update entry set erased = ?, version = version + 1, form_key = null, highlight = null where id = ?",
                Timestamp.from(when),
                entry);
        return subjects;
    }

    private record Only(long subject, String name) {}

    private List<Only> onlyHere(long entry) {
        return database.query(
                ONLY_HERE, (row, at) -> new Only(row.getLong(1), row.getString(2)), entry, entry, entry, entry);
    }

    /** The subjects that only this entry uses, locked, so that nobody uses one meanwhile. */
    private List<Long> held(long entry) {
        onlyHere(entry)
                .forEach(only -> database.queryForList(
                        "select id from subject where id = ? for update", Long.class, only.subject()));
        return onlyHere(entry).stream().map(Only::subject).toList();
    }

    private void remove(long subject) {
        forget("subject " + subject, "/admin/subjects/" + subject);
        database.update("delete from former_name where subject_id = ?", subject);
        database.update("delete from merged_subject where subject_id = ?", subject);
        database.update("delete from subject where id = ?", subject);
    }

    /**
     * Removes what staff said about a thing: notes in the journal, and forms that were sent or left at its address or
     * below.
     */
    private void forget(String thing, String address) {
        database.update("update journal set note = null where thing = ?", thing);
        database.update("delete from sent_form where thing = ?", thing);
        for (var form : List.of("sent_form", "left_form")) {
            database.update(
                    "delete from " + form + " where address = ? or address like ? or address like ? or address like ?",
                    address,
                    address + "/%",
                    address + "?%",
                    address + "#%");
        }
    }

    /** Removes what was typed into the form that began the entry, and never saved. */
    private void forgetForm(String key) {
        database.update(
                "delete from working_copy where entry_id is null and (form_key = ? or position(? in fields) > 0)",
                key,
                key);
        database.update("delete from left_form where position(? in fields) > 0", key);
    }
}
