package cn.jinshan.chronicle.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Line of the list of the tables in a backup.
 *
 * @param name of the table
 * @param rows how many there are
 * @param next the number that the next row would be given; null where nothing is numbered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TableLine(String name, long rows, @Nullable Long next) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Part of a backup that lists its tables. */
    static final String LIST = "tables.jsonl";

    /** Part of a backup that has the rows of a table. */
    static String part(String table) {
        return "tables/" + table + ".jsonl";
    }

    /** One line for each table. */
    static String list(List<TableLine> lines) {
        return lines.stream().map(line -> JSON.writeValueAsString(line) + "\n").collect(Collectors.joining());
    }

    /** The lines of a list, by the names of their tables. */
    static Map<String, TableLine> in(Bag bag) throws IOException {
        try (InputStream list = bag.part(LIST);
                var lines = JSON.readerFor(TableLine.class).<TableLine>readValues(list)) {
            return lines.readAll().stream().collect(Collectors.toMap(TableLine::name, Function.identity()));
        } catch (JacksonException | IllegalStateException | NullPointerException e) {
            throw new RefusedBackupException(e, "broken");
        }
    }
}
