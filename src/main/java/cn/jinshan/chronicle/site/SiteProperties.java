package cn.jinshan.chronicle.site;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Operator's configuration of the whole site.
 *
 * @param data the one folder that holds everything the application keeps
 * @param address the public base address ({@code https://dashiji.example}), for canonical links and as the only host
 *     that is served; unset, every host is served and none is named in a page
 * @param keptPages how much memory the answers of public addresses may take, to be handed out again; 0 for none
 */
@ConfigurationProperties("chronicle")
public record SiteProperties(
        @DefaultValue("./data") Path data,
        @Nullable URI address,
        @DefaultValue("32MB") DataSize keptPages) {

    public SiteProperties {
        if (address != null && (address.getHost() == null || !List.of("", "/").contains(address.getRawPath()))) {
            throw new IllegalArgumentException(
                    "chronicle.address must be a base address such as https://dashiji.example, not " + address);
        }
        if (keptPages.isNegative()) {
            throw new IllegalArgumentException("chronicle.kept-pages must be a size such as 32MB, not " + keptPages);
        }
    }

    /** An address of this site, absolute where the public address is known. */
    public String link(String path) {
        return address == null ? path : address.resolve(path).toString();
    }
}
