package cn.jinshan.chronicle.start;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The command that the arguments of a start name. Only what it needs is built; its result is the one line on standard
 * output.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class GivenCommand implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> NAMES = List.of(Command.RESET_LINK, Command.BACKUP, Command.RESTORE);

    private final ApplicationArguments arguments;
    private final List<String> names;

    private GivenCommand(ApplicationArguments arguments, List<String> names) {
        this.arguments = arguments;
        this.names = names;
    }

    /** Has an application do the command that its arguments name, instead of serving; false if they name none. */
    public static boolean prepare(SpringApplication application, String... args) {
        var arguments = new DefaultApplicationArguments(args);
        var names = NAMES.stream().filter(arguments::containsOption).toList();
        if (names.isEmpty()) {
            return false;
        }
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        var command = new GivenCommand(arguments, names);
        var settings = new HashMap<String, Object>(Map.of("logging.level.root", "WARN"));
        if (command.replacesDatabase()) {
            // It opens the database at once, however lazy the rest is
            settings.put("spring.autoconfigure.exclude", HibernateJpaAutoConfiguration.class.getName());
        }
        application.setDefaultProperties(settings);
        application.addInitializers(command);
        return true;
    }

    /** The command that is done; empty if the application serves. */
    public static Optional<GivenCommand> of(ConfigurableApplicationContext context) {
        return Optional.ofNullable(
                context.getBeanFactory().getBeanProvider(GivenCommand.class).getIfAvailable());
    }

    /** Whether another database takes the place of the present one, which is not even opened: it may be damaged. */
    public boolean replacesDatabase() {
        return names.contains(Command.RESTORE);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = names.get(0);
        var values = names.stream()
                .map(arguments::getOptionValues)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
        if (names.size() > 1 || values.size() > 1) {
            throw new RefusedStartException(
                    "Several commands are given at once: --" + String.join(", --", names) + ".",
                    "Give one, and once it is done the next.");
        }
        if (values.isEmpty() || values.get(0).isBlank()) {
            throw new RefusedStartException(
                    "The command --" + name + " has no value.", "Write it with one: --" + name + "=…");
        }
        // Boot's own lazy initialization leaves out repositories, and what acts once all is built
        context.addBeanFactoryPostProcessor(beans -> Stream.of(beans.getBeanDefinitionNames())
                .map(beans::getBeanDefinition)
                .forEach(bean -> bean.setLazyInit(true)));
        context.getBeanFactory().registerSingleton("givenCommand", this);
        context.getBeanFactory().registerSingleton("commandRunner", (ApplicationRunner)
                started -> System.out.println(run(context, name, values.get(0))));
    }

    private static String run(ConfigurableApplicationContext context, String name, String value) {
        try {
            return context.getBean(name, Command.class).run(value);
        } catch (RefusedStartException e) {
            throw new RefusedCommandException(e);
        }
    }
}
