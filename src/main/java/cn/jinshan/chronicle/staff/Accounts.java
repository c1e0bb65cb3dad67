package cn.jinshan.chronicle.staff;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of all present and former accounts. */
public interface Accounts extends Repository<Account, Long> {

    Account save(Account account);

    Optional<Account> findById(long id);

    Optional<Account> findByName(String name);

    List<Account> findByIdIn(Collection<Long> ids);

    List<Account> findAllByOrderByName();

    long count();

    @Query("select count(a) from Account a where a.role <> EDITOR and a.disabled is null and a.password is not null")
    int countReviewers();

    /** One account as it is now, held until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> hold(long id);

    /** The administrators, each held until the transaction ends: whoever would make them fewer waits here. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.role = ADMINISTRATOR order by a.id")
    List<Account> holdAdministrators();
}
