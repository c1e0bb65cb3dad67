package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.text.Reading;

/** Subject of the public index, how its name is read, and how many public entries, at least 1, mention it. */
public record IndexedSubject(PublishedSubject subject, Reading reading, long entries) {

    /** How many pages its entries fill, at least 1. */
    public int pages() {
        return Timeline.pages(entries);
    }
}
