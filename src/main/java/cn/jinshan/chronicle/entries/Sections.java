package cn.jinshan.chronicle.entries;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The sections of all chronicles. */
public interface Sections extends Repository<Section, Long> {

    @Query("select s from Section s join fetch s.chronicle c where c.year = :year and s.slug = :slug")
    Optional<Section> of(int year, String slug);
}
