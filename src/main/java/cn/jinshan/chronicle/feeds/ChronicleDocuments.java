package cn.jinshan.chronicle.feeds;

import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.TimelineFilter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Service;
import org.springframework.util.StreamUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writer of chronicle documents: the public record of a year, as JSON. */
@Service
public class ChronicleDocuments {

    private final PublicRecord publicRecord;
    private final JsonMapper json;

    ChronicleDocuments(PublicRecord publicRecord, JsonMapper json) {
        this.publicRecord = publicRecord;
        this.json = json;
    }

    /** Where a document goes, once it is known that there is one. */
    public interface Destination {
        OutputStream open() throws IOException;
    }

    /**
     * Writes what is chosen of a year while it is read; the stream is left open, as what fails in the middle is not
     * whole.
     */
    public void write(int year, TimelineFilter filter, Destination destination) {
        publicRecord.asPublished(year, filter, chosen -> {
            try {
                json.writeValue(StreamUtils.nonClosing(destination.open()), ChronicleDocument.of(chosen));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
