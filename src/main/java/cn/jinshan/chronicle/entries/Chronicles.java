package cn.jinshan.chronicle.entries;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The chronicles of all years. */
interface Chronicles extends Repository<Chronicle, Long> {

    @Query("select c.year from Chronicle c where c.opened is not null order by c.year desc")
    List<Integer> openedYears();

    @Query("select c from Chronicle c left join fetch c.sections where c.opened is not null and c.year = :year")
    Optional<Chronicle> opened(int year);

    @Query("select c from Chronicle c left join fetch c.sections order by c.year desc")
    List<Chronicle> all();
}
