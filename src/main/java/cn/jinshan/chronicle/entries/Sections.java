package cn.jinshan.chronicle.entries;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of the sections of all chronicles. */
public interface Sections extends Repository<Section, Long> {

    Section save(Section section);

    @Query("select s from Section s join fetch s.chronicle c where c.year = :year and s.slug = :slug")
    Optional<Section> of(int year, String slug);

    /** The section of a year in which something is to stand; refused if there is none of that slug any more. */
    default Section standing(int year, String slug) {
        return of(year, slug).orElseThrow(() -> new RefusedException("noSection"));
    }

    Optional<Section> findById(long id);

    /** The year that a section belongs to. */
    @Query("select s.chronicle.year from Section s where s.id = :id")
    Optional<Integer> year(long id);

    /** Whether any edition, whatever its state, stands in a section. */
    @Query("select count(e) > 0 from Edition e where e.section.id = :id")
    boolean isUsed(long id);

    /** How many entries have an edition in each section of a year. */
    @Query("""
            select new cn.jinshan.chronicle.entries.Sections$Count(e.section.id, count(distinct e.entryId))
            from Edition e where e.chronicle.year = :year group by e.section.id""")
    List<Count> entries(int year);

    /** How many entries have an edition in a section. */
    record Count(long section, long entries) {}
}
