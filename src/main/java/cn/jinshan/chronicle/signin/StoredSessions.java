package cn.jinshan.chronicle.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Serialisation of sessions to and from the database. */
@Configuration
class StoredSessions {

    /** Attribute of a request: the number that the session is about to get. */
    static final String AGREED = StoredSessions.class.getName();

    private static final String COLUMNS =
            " %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES) ";

    /**
     * The only classes that are read: the user, the CSRF token, flash messages; the database file may come from
     * anybody.
     */
    private static final ObjectInputFilter KEPT = ObjectInputFilter.Config.createFilter(
            "maxdepth=12;maxrefs=10000;maxarray=10000;maxbytes=1000000;cn.jinshan.chronicle.staff.*;"
                    + "org.springframework.security.**;org.springframework.web.servlet.FlashMap;"
                    + "org.springframework.util.*;java.lang.*;java.util.**;java.time.*;!*");

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> writtenAndRead(DataSource database)
            throws MetaDataAccessException {
        var product = JdbcUtils.extractDatabaseMetaData(database, data -> data.getDatabaseProductName());
        // Two requests of one session may note something at the same time: the later wins, where Spring refuses it
        var merge = DatabaseDriver.fromProductName(product) == DatabaseDriver.H2
                ? "MERGE INTO" + COLUMNS + "KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) VALUES (?, ?, ?)"
                : "INSERT INTO" + COLUMNS + "VALUES (?, ?, ?) ON CONFLICT (SESSION_PRIMARY_ID, ATTRIBUTE_NAME)"
                        + " DO UPDATE SET ATTRIBUTE_BYTES = EXCLUDED.ATTRIBUTE_BYTES";
        return sessions -> {
            sessions.setSessionIdGenerator(StoredSessions::number);
            sessions.setCreateSessionAttributeQuery(merge);
            // Also one that damage lets idle for ever
            sessions.setDeleteSessionQuery("DELETE FROM %TABLE_NAME% WHERE SESSION_ID = ?");
            sessions.setConversionService(conversion());
        };
    }

    private static ConversionService conversion() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(new Kept());
        return conversion;
    }

    /** A value that cannot be read, of another version or damaged, counts as absent. */
    private static class Kept implements GenericConverter {

        private final DeserializingConverter reading = new DeserializingConverter(StoredSessions::read);

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object bytes, TypeDescriptor from, TypeDescriptor to) {
            try {
                return bytes == null ? null : reading.convert((byte[]) bytes);
            } catch (SerializationFailedException unreadable) {
                return null;
            }
        }
    }

    /** The number of a new session: random, or the one that the presses of a form agree on. */
    private static String number() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(AGREED, RequestAttributes.SCOPE_REQUEST) instanceof String agreed
                ? agreed
                : UUID.randomUUID().toString();
    }

    private static Object read(InputStream bytes) throws IOException {
        try (var objects = new ConfigurableObjectInputStream(bytes, StoredSessions.class.getClassLoader())) {
            objects.setObjectInputFilter(KEPT);
            return objects.readObject();
        } catch (ClassNotFoundException gone) {
            throw new IOException(gone);
        }
    }
}
