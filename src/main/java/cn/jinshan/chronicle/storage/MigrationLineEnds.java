package cn.jinshan.chronicle.storage;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.scanner.Scanner;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.stereotype.Component;

/**
 * Reader of migrations that were checked out with CR LF: their texts come into the database with line feeds. Flyway
 * leaves line ends out of its checksums, so that they stay the same.
 */
@Component
class MigrationLineEnds implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration flyway) {
        var found = new Scanner<JavaMigration>(JavaMigration.class, flyway, flyway.getLocations());
        flyway.resourceProvider(new ResourceProvider() {

            @Override
            public LoadableResource getResource(String name) {
                var resource = found.getResource(name);
                return resource == null ? resource : new Plain(resource);
            }

            @Override
            public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
                return found.getResources(prefix, suffixes).stream()
                        .<LoadableResource>map(Plain::new)
                        .toList();
            }
        });
    }

    private static final class Plain extends LoadableResource {

        private final LoadableResource resource;

        Plain(LoadableResource resource) {
            this.resource = resource;
        }

        @Override
        public Reader read() {
            try (var reader = resource.read()) {
                var text = new StringWriter();
                reader.transferTo(text);
                return new StringReader(text.toString().replace("\r\n", "\n").replace('\r', '\n'));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String getAbsolutePath() {
            return resource.getAbsolutePath();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return resource.getAbsolutePathOnDisk();
        }

        @Override
        public String getFilename() {
            return resource.getFilename();
        }

        @Override
        public String getRelativePath() {
            return resource.getRelativePath();
        }
    }
}
