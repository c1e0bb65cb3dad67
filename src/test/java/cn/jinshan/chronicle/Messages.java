package cn.jinshan.chronicle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The messages of all packages, from the files that the application reads. */
public final class Messages {

    public static final String CHINESE = "";
    public static final String ENGLISH = "_en";

    /** Chinese in plain words, for easy reading. */
    public static final String PLAIN = "_zh_CN_simple";

    private static final Path RESOURCES = Path.of("src/main/resources");

    private Messages() {}

    /** All messages of a language, of plain words only those that differ; a key that two files have is an error. */
    public static Properties of(String language) throws IOException {
        var all = new Properties();
        for (var name : names()) {
            var file = RESOURCES.resolve(name + language + ".properties");
            var messages = language.equals(PLAIN) && Files.notExists(file) ? new Properties() : read(file);
            for (var message : messages.entrySet()) {
                if (all.put(message.getKey(), message.getValue()) != null) {
                    throw new AssertionError("Two files have " + message.getKey());
                }
            }
        }
        return all;
    }

    /** The same as a source of Spring. */
    public static ResourceBundleMessageSource source() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(names());
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static String[] names() {
        try {
            return read(RESOURCES.resolve("application.properties"))
                    .getProperty("spring.messages.basename")
                    .split("\\s*,\\s*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
