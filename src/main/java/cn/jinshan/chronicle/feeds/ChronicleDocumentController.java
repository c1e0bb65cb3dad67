package cn.jinshan.chronicle.feeds;

import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.TimelineFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The export of any timeline as a chronicle document. */
@RestController
class ChronicleDocumentController {

    private final PublicRecord publicRecord;
    private final JsonMapper json;

    ChronicleDocumentController(PublicRecord publicRecord, JsonMapper json) {
        this.publicRecord = publicRecord;
        this.json = json;
    }

    /** Writes the document that the address names, whatever the browser accepts, while it is read. */
    @GetMapping("/{year:\\d{4}}.json")
    void document(@PathVariable int year, TimelineFilter filter, HttpServletResponse response) {
        publicRecord.asPublished(year, filter, chosen -> write(ChronicleDocument.of(chosen), response));
    }

    private void write(ChronicleDocument document, HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try {
            // Left open: what fails in the middle is not whole
            json.writeValue(StreamUtils.nonClosing(response.getOutputStream()), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
