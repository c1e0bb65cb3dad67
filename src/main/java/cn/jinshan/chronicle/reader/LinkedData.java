package cn.jinshan.chronicle.reader;

import cn.jinshan.chronicle.dates.Edtf;
import cn.jinshan.chronicle.dates.Edtf.Qualifier;
import cn.jinshan.chronicle.dates.Edtf.Shape;
import cn.jinshan.chronicle.dates.Precision;
import cn.jinshan.chronicle.entries.PublishedChronicle;
import cn.jinshan.chronicle.entries.PublishedEntry;
import cn.jinshan.chronicle.entries.PublishedSubject;
import cn.jinshan.chronicle.entries.Subject.Kind;
import cn.jinshan.chronicle.entries.Timeline;
import cn.jinshan.chronicle.site.DateWords;
import cn.jinshan.chronicle.site.Layout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Structured data of a page for search engines, as JSON-LD with the vocabulary of schema.org; it is printed unescaped.
 */
@Component
class LinkedData {

    private final JsonMapper json;
    private final DateWords dateWords;

    LinkedData(JsonMapper json, DateWords dateWords) {
        this.json = json;
        this.dateWords = dateWords;
    }

    /** The data of a year's page: the list of its entries. */
    String of(Timeline timeline, Layout layout) {
        var items = new ArrayList<Thing>();
        int position = (timeline.filter().page() - 1) * Timeline.PAGE;
        for (var entry : timeline.entries()) {
            items.add(new Thing("ListItem").with("position", ++position).with("url", address(entry, layout)));
        }
        return written(new Thing("ItemList")
                .with("name", timeline.chronicle().title())
                .with("numberOfItems", timeline.total())
                .with("itemListElement", items));
    }

    /** The data of an entry: an event if its days are known for certain, else an article. */
    String of(
            PublishedEntry entry,
            Instant firstPublished,
            PublishedChronicle chronicle,
            List<PublishedSubject> subjects,
            Layout layout) {
        var date = entry.date().edtf();
        var thing = tellsDays(date) ? event(date) : article(entry, firstPublished, chronicle, layout);
        thing.put("name", entry.title());
        thing.put("description", entry.body().opening());
        var places = places(subjects);
        if (!places.isEmpty()) {
            thing.put("about", places);
        }
        thing.put("url", address(entry, layout));
        return written(thing);
    }

    private static boolean tellsDays(Edtf date) {
        return date.precision() == Precision.DAY
                && date.qualifier() == Qualifier.EXACT
                && (date.shape() == Shape.SINGLE || date.isPlainInterval());
    }

    private static Thing event(Edtf date) {
        return new Thing("Event")
                .with("startDate", date.earliest().toString())
                .with("endDate", date.latest().toString());
    }

    /** The places that the entry is about. The location is not known: people may only have come from there. */
    private static List<Thing> places(List<PublishedSubject> subjects) {
        return subjects.stream()
                .filter(subject -> subject.kind() == Kind.PLACE)
                .map(place -> new Thing("Place").with("name", place.name()))
                .toList();
    }

    private Thing article(PublishedEntry entry, Instant firstPublished, PublishedChronicle chronicle, Layout layout) {
        var year = new Thing("CreativeWork").with("name", chronicle.title());
        var article = new Thing("Article")
                .with("headline", entry.title())
                .with("inLanguage", "zh-CN")
                .with("datePublished", dateWords.date(firstPublished))
                .with(
                        "publisher",
                        new Thing("Organization")
                                .with("name", layout.getImprint().publisher()))
                .with("isPartOf", year.with("url", layout.canonical("/" + chronicle.year())));
        if (entry.published().isAfter(firstPublished)) {
            article.put("dateModified", dateWords.date(entry.published()));
        }
        return article;
    }

    private static String address(PublishedEntry entry, Layout layout) {
        return layout.canonical("/entries/" + entry.id());
    }

    /**
     * The JSON with escaped characters, so that it cannot end the script; they stand only inside strings, where an
     * escape means the same.
     */
    private String written(Thing thing) {
        var document = new LinkedHashMap<String, Object>();
        document.put("@context", "https://schema.org");
        document.putAll(thing);
        return json.writeValueAsString(document)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** Thing of schema.org: its type, then its properties in their order. */
    private static final class Thing extends LinkedHashMap<String, Object> {

        private Thing(String type) {
            put("@type", type);
        }

        private Thing with(String property, Object value) {
            put(property, value);
            return this;
        }
    }
}
