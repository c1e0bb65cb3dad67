package cn.jinshan.chronicle.staff;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of unused one-time links. */
public interface OneTimeLinks extends Repository<OneTimeLink, String> {

    OneTimeLink save(OneTimeLink link);

    Optional<OneTimeLink> findByTokenHashAndExpiresAfter(String tokenHash, Instant now);

    /** Takes a link out of use; of several who use it at once one is answered 1, the others 0. */
    @Modifying
    @Query("delete from OneTimeLink l where l.tokenHash = :tokenHash and l.expires > :now")
    int use(String tokenHash, Instant now);

    @Modifying
    @Query("delete from OneTimeLink l where l.accountId = :accountId")
    void voidFor(long accountId);

    @Modifying
    @Query("delete from OneTimeLink l where l.accountId is null")
    void voidForSetup();

    @Modifying
    @Query("delete from OneTimeLink l where l.expires <= :now")
    void forgetOver(Instant now);
}
