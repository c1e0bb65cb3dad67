package cn.jinshan.chronicle.entries;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everybody and everything that entries are about. */
public interface Subjects extends Repository<Subject, Long> {

    Optional<Subject> findByKindAndName(Subject.Kind kind, String name);

    Subject save(Subject subject);

    /** The names to choose from, those that most editions mention first. */
    @Query("select x.name from Edition e join e.subjects x group by x.name order by count(*) desc, x.name limit 300")
    List<String> names();

    /** The names of all, whether or not anything mentions them. */
    @Query("select distinct x.name from Subject x")
    List<String> everyName();
}
