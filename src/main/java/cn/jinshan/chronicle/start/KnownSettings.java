package cn.jinshan.chronicle.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;

/** List of the settings of this application, from the metadata of the configuration processor. */
class KnownSettings {

    private static final Logger LOG = LoggerFactory.getLogger(KnownSettings.class);

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    /** The prefix of all our settings. */
    private static final String PREFIX = "chronicle";

    private final SortedSet<String> names = new TreeSet<>();
    private final List<Class<?>> records = new ArrayList<>();

    KnownSettings() {
        var loader = KnownSettings.class.getClassLoader();
        try {
            for (var each : Collections.list(loader.getResources(METADATA))) {
                try (var stream = each.openStream()) {
                    var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    if (text.contains("\"" + PREFIX + "\"")) {
                        var metadata = JsonParserFactory.getJsonParser().parseMap(text);
                        list(metadata, "properties").forEach(property -> names.add(named(property, "name")));
                        list(metadata, "groups")
                                .map(group -> ClassUtils.resolveClassName(named(group, "type"), loader))
                                .filter(type -> type.isAnnotationPresent(ConfigurationProperties.class))
                                .forEach(records::add);
                        return;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("Compiled without the configuration processor: no " + METADATA);
    }

    private static Stream<?> list(Map<String, Object> metadata, String name) {
        return metadata.get(name) instanceof List<?> list ? list.stream() : Stream.empty();
    }

    private static String named(Object json, String name) {
        return json instanceof Map<?, ?> map ? String.valueOf(map.get(name)) : "";
    }

    /**
     * Refuses an unknown setting. An unknown environment variable is only logged, because other programs may use the
     * same prefix.
     */
    void refuseOthers(ConfigurableEnvironment environment) {
        for (var source : environment.getPropertySources()) {
            if (source instanceof SystemEnvironmentPropertySource variables) {
                Stream.of(variables.getPropertyNames())
                        .filter(name -> uniform(name).matches(PREFIX + "[_.].*") && !isVariable(name))
                        .forEach(name -> LOG.warn(
                                "{} in the environment is no setting of the chronicle, and is not read. The nearest that is: {}",
                                name,
                                variable(nearest(name))));
            } else if (source instanceof EnumerablePropertySource<?> properties) {
                Stream.of(properties.getPropertyNames())
                        .filter(name -> uniform(name).startsWith(PREFIX + ".") && !isKnown(name))
                        .findFirst()
                        .ifPresent(name -> {
                            throw new RefusedStartException(
                                    "%s (%s) is no setting of the chronicle.".formatted(name, where(source)),
                                    "The nearest that is: %s.".formatted(nearest(name)));
                        });
            }
        }
    }

    private static String where(PropertySource<?> source) {
        return source.getName().equals("commandLineArgs") ? "on the command line" : "in " + source.getName();
    }

    private boolean isKnown(String name) {
        return names.stream().anyMatch(known -> uniform(known).equals(uniform(name)));
    }

    private boolean isVariable(String name) {
        return names.stream().anyMatch(known -> joined(known).equals(joined(name)));
    }

    /** The name in one form, as Spring compares names: without dashes, in small letters, without list numbers. */
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\[.*?]|-|(?<=\\.[^.]{0,99})_", "");
    }

    private static String joined(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("_\\d+_?$|[-_.]", "");
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    private String nearest(String name) {
        return Collections.min(names, Comparator.comparingInt(known -> distance(joined(known), joined(name))));
    }

    /** The number of letters to change, add or remove (Levenshtein). */
    private static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        for (int at = 0; at <= other.length(); at++) {
            before[at] = at;
        }
        for (int row = 1; row <= one.length(); row++) {
            var now = new int[other.length() + 1];
            now[0] = row;
            for (int at = 1; at <= other.length(); at++) {
                int same = one.charAt(row - 1) == other.charAt(at - 1) ? 0 : 1;
                now[at] = Math.min(before[at - 1] + same, Math.min(before[at], now[at - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }

    /** Refuses settings with an unreadable value, by reading all of them now. */
    void read(ConfigurableEnvironment environment) {
        var binder = Binder.get(environment);
        records.forEach(type -> binder.bind(PREFIX, Bindable.of(type)));
    }
}
