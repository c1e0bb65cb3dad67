package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.NotPublicException;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * What administrators do with a list.
 *
 * @param <T> one of the list
 * @param <F> the form that adds or changes one
 */
public interface ListAdministration<T extends ListAdministration.Listed, F extends VersionedForm> {

    /** One of a list, as it is kept. */
    interface Listed {

        long id();

        long version();

        String name();
    }

    /** What the page of the list shows. */
    List<?> all();

    /**
     * One of the list.
     *
     * @throws NotPublicException if there is none
     */
    T find(long id);

    /**
     * Adds one.
     *
     * @throws DataIntegrityViolationException if another is the same
     */
    void add(F form);

    /**
     * Changes one.
     *
     * @throws DataIntegrityViolationException if another is the same
     * @throws ConcurrencyFailureException if somebody changed it since
     * @throws NotPublicException if there is none
     */
    void change(long id, F form);

    /**
     * Removes one; nothing more happens if somebody removed it already.
     *
     * @throws ConcurrencyFailureException if somebody changed it since
     */
    void remove(long id, long seen);
}
