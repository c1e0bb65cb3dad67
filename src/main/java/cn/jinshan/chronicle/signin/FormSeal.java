package cn.jinshan.chronicle.signin;

import cn.jinshan.chronicle.staff.Token;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs the keys of forms, so that nobody can claim that somebody else opened a form (HMAC-SHA256, RFC 2104). The
 * secret is made at the first start and kept in the database, so that all instances share it and it survives a restart.
 */
@Component
class FormSeal implements SmartInitializingSingleton {

    private static final String HMAC = "HmacSHA256";
    private static final Pattern SEALED = Pattern.compile("((?:\\d{1,18}|-)\\.([0-9a-f-]{36}))\\.([\\w-]{43})");
    private static final String NOBODY = "-";

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private SecretKeySpec secret = new SecretKeySpec(new byte[] {0}, HMAC);

    FormSeal(DataSource database, TransactionTemplate transaction) {
        this.database = new JdbcTemplate(database);
        this.transaction = transaction;
    }

    /** Another instance may start at the same moment, and be the one that makes it. */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            transaction.execute(status -> make());
        } catch (DataIntegrityViolationException madeMeanwhile) {
            // It is read below
        }
        var made = Objects.requireNonNull(transaction.execute(status -> made()));
        secret = new SecretKeySpec(made.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    private int make() {
        return database.update(
                "insert into form_secret (id, secret) select 1, ? where not exists (select 1 from form_secret)",
                Token.random().value());
    }

    private String made() {
        return database.queryForList("select secret from form_secret", String.class)
                .get(0);
    }

    /** The value of the hidden field: the key and its signature. */
    String seal(FormKey key) {
        var plain = (key.account() == null ? NOBODY : key.account()) + "." + key.key();
        return plain + "." + of(plain);
    }

    /** The key that a form brought; empty if it brought none, or one that was never sealed here. */
    Optional<FormKey> opened(@Nullable String sealed) {
        var read = SEALED.matcher(sealed == null ? "" : sealed);
        if (!read.matches()
                || !MessageDigest.isEqual(
                        of(read.group(1)).getBytes(StandardCharsets.US_ASCII),
                        read.group(3).getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        var account = read.group(1).substring(0, read.group(1).indexOf('.'));
        return Optional.of(new FormKey(account.equals(NOBODY) ? null : Long.valueOf(account), read.group(2)));
    }

    /** The number that follows another one of a session: the same for all presses that bring that one. */
    String next(String session) {
        return UUID.nameUUIDFromBytes(of("after " + session).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }

    private String of(String plain) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(plain.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC, e);
        }
    }
}
