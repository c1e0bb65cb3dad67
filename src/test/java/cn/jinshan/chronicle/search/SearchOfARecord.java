package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.changes.KnownChanges;
import cn.jinshan.chronicle.changes.PublicChanges;
import cn.jinshan.chronicle.glossary.PublishedTerms;
import org.springframework.context.annotation.Import;

/** What the search needs beside the public record. */
@Import({
    PublicSearch.class,
    SearchIndex.class,
    RecordIndexer.class,
    PublicChanges.class,
    KnownChanges.class,
    PublishedTerms.class
})
public class SearchOfARecord {}
