package cn.jinshan.chronicle.entries;

import cn.jinshan.chronicle.text.Reading;

/**
 * Subject that the public index lists.
 *
 * @param reading how its name is read
 * @param entries how many public entries mention it, at least 1
 */
public record IndexedSubject(PublishedSubject subject, Reading reading, long entries) {

    /** How many pages its entries fill, at least 1. */
    public int pages() {
        return Timeline.pages(entries);
    }
}
