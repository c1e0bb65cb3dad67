package cn.jinshan.chronicle.entries;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All entries, whatever their state. */
interface Entries extends Repository<Entry, Long> {

    Entry save(Entry entry);

    /** Whether the public could read it once and cannot any more. */
    @Query("""
            select count(n) > 0 from Entry n left join n.editions e left join e.chronicle c
            where n.id = :id and (n.erased is not null or e.state = WITHDRAWN and c.opened is not null)""")
    boolean withdrawn(long id);
}
