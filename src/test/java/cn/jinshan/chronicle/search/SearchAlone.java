package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.Staff;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.glossary.PublishedTerms;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The search without its pages, as a process of its own that publishes and withdraws entry after entry until it is
 * killed. It says what its search has wrong at the start, and after each change.
 */
public final class SearchAlone {

    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackageClasses = {PublicRecord.class, PublicSearch.class, PublishedTerms.class})
    @Import({PublicRecord.class, SearchOfARecord.class, Staff.class})
    static class Configuration {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    public static final String READY = "ready";
    public static final String CHANGED = "changed";
    public static final String WRONG = "wrong";

    private static final int YEAR = 2023;

    private final Staff staff;
    private final PublicSearch search;
    private final JdbcTemplate database;

    private SearchAlone(ConfigurableApplicationContext context) {
        this.staff = context.getBean(Staff.class);
        this.search = context.getBean(PublicSearch.class);
        this.database = context.getBean(JdbcTemplate.class);
    }

    /** @param args the folder of the database and the search, and what the address of the database ends with */
    public static void main(String[] args) {
        try (var context = new SpringApplicationBuilder(Configuration.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.location=classpath:/application.properties",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        "--chronicle.data=" + args[0],
                        "--spring.datasource.url=jdbc:h2:file:" + args[0] + "/chronicle" + args[1])) {
            var alone = new SearchAlone(context);
            alone.lookForAll();
            System.out.println(READY);
            while (!System.out.checkError()) {
                alone.change();
            }
        }
    }

    private record Written(long entry, String title, boolean isLive) {}

    private List<Written> written() {
        return database.query(
                "select entry_id, title, max(case when live = true then 1 else 0 end) from edition"
                        + " where title like '走访%' and entry_id > 29 group by entry_id, title order by entry_id",
                (row, number) -> new Written(row.getLong(1), row.getString(2), row.getInt(3) == 1));
    }

    private void lookForAll() {
        for (var each : written()) {
            look(each.entry, each.title, each.isLive);
        }
        long live = database.queryForObject("select count(*) from edition where live = true", Long.class);
        long found = find("2023").total();
        if (found != live) {
            System.out.println(WRONG + " count: " + found + " of " + live);
        }
    }

    private void change() {
        var title = "走访" + new UniqueWord(0).text;
        long entry = staff.published(YEAR, "visits", "5月18日", "2023-05-18", title);
        look(entry, title, true);
        var random = ThreadLocalRandom.current();
        if (random.nextInt(3) == 0) {
            var live = new ArrayList<>(written());
            live.removeIf(each -> !each.isLive);
            var gone = live.get(random.nextInt(live.size()));
            staff.withdraw(gone.entry);
            look(gone.entry, gone.title, false);
        }
        System.out.println(CHANGED + " " + entry);
    }

    private void look(long entry, String title, boolean isLive) {
        var result = find(title);
        var listed = result.entries().stream().map(found -> found.entry().id()).toList();
        boolean isRight = isLive
                ? !result.near() && result.total() == 1 && listed.equals(List.of(entry))
                : (result.near() || result.total() == 0) && !listed.contains(entry);
        if (!isRight) {
            System.out.println(WRONG + " entry " + entry + ": " + result.total() + " counted, " + listed + " listed");
        }
    }

    private SearchResult find(String words) {
        while (true) {
            try {
                return search.find(Search.of(words));
            } catch (IndexPreparingException preparing) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }
}
