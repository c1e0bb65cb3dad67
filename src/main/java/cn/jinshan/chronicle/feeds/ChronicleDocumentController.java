package cn.jinshan.chronicle.feeds;

import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.TimelineFilter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The export of any timeline as a chronicle document. */
@RestController
class ChronicleDocumentController {

    private final PublicRecord publicRecord;

    ChronicleDocumentController(PublicRecord publicRecord) {
        this.publicRecord = publicRecord;
    }

    /** Returns the document that the address names, whatever the browser accepts. */
    @GetMapping("/{year:\\d{4}}.json")
    ResponseEntity<ChronicleDocument> document(@PathVariable int year, TimelineFilter filter) {
        var chronicle = publicRecord.chronicle(year);
        var entries = publicRecord.asPublished(chronicle, filter);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(ChronicleDocument.of(chronicle, entries, publicRecord.subjects(chronicle, filter)));
    }
}
