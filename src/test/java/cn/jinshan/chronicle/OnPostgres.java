package cn.jinshan.chronicle;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test over a new database of the {@link Postgres} server; those with the same application share it. */
public interface OnPostgres {

    @DynamicPropertySource
    static void embedded(DynamicPropertyRegistry properties) {
        var url = Postgres.freshDatabase();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> Postgres.USER);
        properties.add("spring.datasource.password", () -> Postgres.PASSWORD);
    }
}
