package cn.jinshan.chronicle.signin;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Repository of recently sent forms. */
@Transactional
interface SentForms extends Repository<SentForm, String> {

    SentForm save(SentForm form);

    @Transactional(readOnly = true)
    Optional<SentForm> findById(String press);

    /** Whether a press of this form has led somewhere. */
    @Transactional(readOnly = true)
    boolean existsByFormKeyAndEndedIsNotNull(String formKey);

    /** Notes what it changed, in the transaction that changes it. */
    @Modifying
    @Query("update SentForm f set f.thing = :thing where f.press = :press")
    void note(String press, String thing);

    /** Begins once more what somebody began and nobody ended; of several at once one is answered 1, the others 0. */
    @Modifying
    @Query("update SentForm f set f.sent = :now"
            + " where f.press = :press and f.sent = :then and f.ended is null and f.thing is null")
    int takeUp(String press, Instant then, Instant now);

    @Modifying
    @Query("update SentForm f set f.ended = :now, f.address = :address, f.said = :said where f.press = :press")
    void end(String press, Instant now, String address, @Nullable String said);

    /** Forgets it unless it changed something. */
    @Modifying
    @Query("delete from SentForm f where f.press = :press and f.thing is null")
    void freeUnchanged(String press);

    /** Ends it where it changed something, wherever that led; how many it were. */
    @Modifying
    @Query("update SentForm f set f.ended = :now where f.press = :press and f.thing is not null")
    int endIfChanged(String press, Instant now);

    @Modifying
    @Query("delete from SentForm f where f.press = :press")
    void free(String press);

    @Modifying
    @Query("delete from SentForm f where f.sent < :oldest")
    void forgetBefore(Instant oldest);
}
