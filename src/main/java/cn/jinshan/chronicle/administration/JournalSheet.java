package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.journal.JournalFilter;
import cn.jinshan.chronicle.journal.JournalLines;
import cn.jinshan.chronicle.text.TableCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.support.WindowIterator;
import org.springframework.stereotype.Component;

/** The journal as a table for spreadsheets. It is written while it is read, because it may be long. */
@Component
class JournalSheet {

    private static final int AT_ONCE = 500;

    private final JournalLines lines;
    private final JournalWords words;
    private final MessageSource messages;

    JournalSheet(JournalLines lines, JournalWords words, MessageSource messages) {
        this.lines = lines;
        this.words = words;
        this.messages = messages;
    }

    /**
     * Writes the lines of a filter, newest first, in UTF-8 with the byte order mark that Excel needs.
     *
     * @param names the names of persons, by account
     */
    void write(JournalFilter filter, Map<Long, String> names, OutputStream file) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        var sheet = new CSVPrinter(writer, CSVFormat.EXCEL);
        sheet.printRecord(
                Stream.of("when", "who", "did", "thing", "note", "address").map(column -> say("journal." + column)));
        var all = WindowIterator.of(place -> lines.read(filter, (KeysetScrollPosition) place, AT_ONCE))
                .startingAt(ScrollPosition.keyset());
        while (all.hasNext()) {
            var row = words.row(all.next(), names);
            sheet.printRecord(Stream.of(
                            time(row.when()),
                            row.who() == null ? say("journal.nobody") : row.who(),
                            row.did(),
                            row.whom() == null ? row.thing() : row.thing() + say("list.colon") + row.whom(),
                            row.note(),
                            row.address())
                    .map(TableCell::plain));
        }
        sheet.flush();
    }

    private static String time(Instant when) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                when.atZone(Journal.SHANGHAI).truncatedTo(ChronoUnit.SECONDS));
    }

    private String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }
}
