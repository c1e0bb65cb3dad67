package cn.jinshan.chronicle.feeds;

import cn.jinshan.chronicle.entries.TimelineFilter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The export of any timeline as a chronicle document. */
@RestController
class ChronicleDocumentController {

    private final ChronicleDocuments documents;

    ChronicleDocumentController(ChronicleDocuments documents) {
        this.documents = documents;
    }

    /** Writes the document that the address names, whatever the browser accepts, while it is read. */
    @GetMapping("/{year:\\d{4}}.json")
    void document(@PathVariable int year, TimelineFilter filter, HttpServletResponse response) {
        documents.write(year, filter, () -> {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            return response.getOutputStream();
        });
    }
}
