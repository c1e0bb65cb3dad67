package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.NotPublicException;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Service with which administrators manage a list of elements T by forms F. An element that is not there is a
 * {@link NotPublicException}, a change of one that was changed since it was seen a {@link ConcurrencyFailureException},
 * one that is the same as another a {@link DataIntegrityViolationException}.
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

    T find(long id);

    void add(F form);

    void change(long id, F form);

    /** Removes an element; does nothing if somebody removed it already. */
    void remove(long id, long seen);
}
