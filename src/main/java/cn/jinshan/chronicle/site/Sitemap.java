package cn.jinshan.chronicle.site;

import cn.jinshan.chronicle.entries.IndexedSubject;
import cn.jinshan.chronicle.entries.NotPublicException;
import cn.jinshan.chronicle.entries.PublicIndex;
import cn.jinshan.chronicle.entries.PublicRecord;
import cn.jinshan.chronicle.entries.Subject;
import cn.jinshan.chronicle.entries.TimelineFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Sitemap of all public addresses, for search engines (sitemaps.org 0.9). It needs absolute addresses: without a
 * configured public address there is no sitemap.
 */
@Controller
class Sitemap {

    /** The pages beside the record; a new one belongs here. */
    private static final List<String> PAGES = List.of("/subjects", "/words", "/about", "/accessibility");

    /** The pages of each year. */
    private static final List<String> OF_A_YEAR = List.of("/%d", "/%d/figures", "/%d/booklet");

    /** The most entries in one file: 50,000 addresses are the most that may be, and the first file has others too. */
    static final int FILE = 45_000;

    /** The most subjects beside them. */
    private static final int SUBJECTS = 4_000;

    private static final String SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final PublicRecord publicRecord;
    private final PublicIndex publicIndex;
    private final DateWords dateWords;
    private final @Nullable URI address;

    Sitemap(PublicRecord publicRecord, PublicIndex publicIndex, DateWords dateWords, SiteProperties properties) {
        this.publicRecord = publicRecord;
        this.publicIndex = publicIndex;
        this.dateWords = dateWords;
        this.address = properties.address();
    }

    @GetMapping("/sitemap.xml")
    void sitemap(@RequestParam(defaultValue = "") String page, HttpServletResponse response)
            throws IOException, XMLStreamException {
        if (address == null) {
            throw new NotPublicException("sitemap");
        }
        int files = files(publicRecord.count());
        int file = page.isEmpty() ? 1 : TimelineFilter.page(page);
        if (file > files) {
            throw new NotPublicException("page");
        }
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        var xml = XMLOutputFactory.newFactory()
                .createXMLStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8.name());
        if (page.isEmpty() && files > 1) {
            writeIndex(xml, address, files);
        } else {
            writeFile(xml, address, file);
        }
        xml.close();
    }

    static int files(long entries) {
        return (int) Math.max(1, (entries + FILE - 1) / FILE);
    }

    /** A sitemap of sitemaps. */
    static void writeIndex(XMLStreamWriter xml, URI base, int files) throws XMLStreamException {
        start(xml, "sitemapindex");
        for (int file = 1; file <= files; file++) {
            write(xml, "sitemap", base.resolve("/sitemap.xml?page=" + file), null);
        }
        xml.writeEndDocument();
    }

    private void writeFile(XMLStreamWriter xml, URI base, int file) throws XMLStreamException {
        start(xml, "urlset");
        for (var page : file == 1 ? pages() : List.<String>of()) {
            write(xml, "url", base.resolve(page), null);
        }
        for (var entry : publicRecord.addresses(file, FILE)) {
            write(xml, "url", base.resolve("/entries/" + entry.id()), dateWords.date(entry.changed()));
        }
        xml.writeEndDocument();
    }

    /** The pages beside those of entries. Search engines are not led to anybody's own page. */
    private List<String> pages() {
        var pages = new ArrayList<String>();
        publicRecord.years().forEach(year -> OF_A_YEAR.forEach(page -> pages.add(page.formatted(year))));
        pages.addAll(PAGES);
        publicIndex.all().stream()
                .map(IndexedSubject::subject)
                .filter(subject -> subject.kind() != Subject.Kind.PERSON)
                .limit(SUBJECTS)
                .forEach(subject -> pages.add("/subjects/" + subject.id()));
        return pages;
    }

    private static void start(XMLStreamWriter xml, String root) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement(root);
        xml.writeDefaultNamespace(SCHEMA);
    }

    private static void write(XMLStreamWriter xml, String element, URI address, @Nullable String changed)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("loc");
        xml.writeCharacters(address.toString());
        xml.writeEndElement();
        if (changed != null) {
            xml.writeStartElement("lastmod");
            xml.writeCharacters(changed);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
