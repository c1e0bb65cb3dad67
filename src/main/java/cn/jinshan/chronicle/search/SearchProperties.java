package cn.jinshan.chronicle.search;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the search.
 *
 * @param data folder of all data, in which the index has one of its own
 */
@ConfigurationProperties("chronicle")
record SearchProperties(@DefaultValue("./data") Path data) {

    Path folder() {
        return data.resolve("search");
    }
}
