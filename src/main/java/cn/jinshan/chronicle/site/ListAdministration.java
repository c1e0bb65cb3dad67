package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.NotPublicException;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Service with which administrators manage a list.
 *
 * @param <T> the element
 * @param <F> the form of an element
 */
public interface ListAdministration<T extends ListAdministration.Listed, F extends VersionedForm> {

    /** Stored element of a list. */
    interface Listed {

        long id();

        long version();

        String name();
    }

    /** The elements that the list page shows. */
    List<?> all();

    /**
     * An element of the list.
     *
     * @throws NotPublicException if there is no such element
     */
    T find(long id);

    /**
     * Adds an element.
     *
     * @throws DataIntegrityViolationException if another element is the same
     */
    void add(F form);

    /**
     * Changes an element.
     *
     * @throws DataIntegrityViolationException if another element is the same
     * @throws ConcurrencyFailureException if somebody changed the element since
     * @throws NotPublicException if there is no such element
     */
    void change(long id, F form);

    /**
     * Removes an element; does nothing if somebody removed it already.
     *
     * @throws ConcurrencyFailureException if somebody changed the element since
     */
    void remove(long id, long seen);
}
