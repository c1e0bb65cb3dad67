package cn.jinshan.chronicle.administration;

import cn.jinshan.chronicle.journal.Journal;
import cn.jinshan.chronicle.journal.JournalFilter;
import cn.jinshan.chronicle.journal.JournalLine;
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
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Component;

/** The journal as a table for spreadsheets. It is written while it is read, because it may be long. */
@Component
class JournalSheet {

    private static final int AT_ONCE = 500;

    private final JournalLines lines;
    private final JournalWords words;
    private final JournalThings things;
    private final MessageSource messages;

    JournalSheet(JournalLines lines, JournalWords words, JournalThings things, MessageSource messages) {
        this.lines = lines;
        this.words = words;
        this.things = things;
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
        Window<JournalLine> some = lines.read(filter, ScrollPosition.keyset(), AT_ONCE);
        write(some, names, sheet);
        while (some.hasNext()) {
            some = lines.read(filter, (KeysetScrollPosition) some.positionAt(some.size() - 1), AT_ONCE);
            write(some, names, sheet);
        }
        sheet.flush();
    }

    private void write(Window<JournalLine> some, Map<Long, String> names, CSVPrinter sheet) throws IOException {
        var now = things.of(some.getContent());
        for (var line : some) {
            var row = words.row(line, names, now);
            sheet.printRecord(Stream.of(
                            time(row.when()),
                            row.who() == null ? say("journal.nobody") : row.who(),
                            row.did(),
                            thing(row),
                            row.note(),
                            row.address())
                    .map(TableCell::plain));
        }
    }

    private String thing(JournalRow row) {
        return row.thing()
                + (row.name() == null ? "" : say("list.colon") + row.name())
                + (row.gone() == null ? "" : row.gone());
    }

    private static String time(Instant when) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                when.atZone(Journal.SHANGHAI).truncatedTo(ChronoUnit.SECONDS));
    }

    private String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }
}
